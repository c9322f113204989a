/** Villages, neighbourhoods and works that a contact point may be, after the name of its county. */
export const places = [
  '东庄村',
  '西岭村',
  '河湾村',
  '桥头村',
  '柳林社区',
  '新华社区',
  '大王庄村',
  '南关社区',
  '马庄村',
  '产业园区',
  '北大街社区',
  '前楼村',
  '水屯村',
  '黄庄小学',
  '张楼村',
  '中心卫生院',
] as const;

export const met = [
  '村民代表',
  '社区居民代表',
  '困难户',
  '企业负责人和职工',
  '种粮大户',
  '老党员',
  '学生家长',
  '个体工商户',
  '返乡务工人员',
] as const;

export const opinions = [
  '希望多下来看看，少在办公室听汇报。',
  '惠农政策宣传要到户，不能只贴在村部。',
  '办事多跑路的情况比去年好，材料仍显重复。',
  '盼望道路、饮水这些小事有人管、有回音。',
  '企业反映融资和用工两头紧，请多组织对接。',
  '对村务公开基本满意，希望账目再细一些。',
  '建议夏收秋种时抽调农技人员驻村。',
  '对作风转变认可，希望一直坚持下去。',
] as const;

export const decisions = [
  '责成随行部门一周内拿出办法，向群众回复。',
  '同意先行安排维修，所需资金从部门经费中调剂。',
  '由联系部门牵头，月底前现场回访一次。',
  '要求乡镇列入本月办理清单，逐项销账。',
] as const;

/** Needs by topic of the problems of the public: the department of the city that answers for them, words of the need, and of an answer. */
export const needs = [
  { topic: 'transport', unitId: 'jtj', text: '村口到主干道的路坑洼积水，雨天出行困难', answer: '已垫平压实，安排在秋季硬化。' },
  { topic: 'transport', unitId: 'glj', text: '路口没有警示标志，学生过路不安全', answer: '已装设警示标志和减速带。' },
  { topic: 'utilities', unitId: 'slj', text: '自来水水压低，高处几户用不上水', answer: '已更换增压泵，水压恢复正常。' },
  { topic: 'utilities', unitId: 'zjj', text: '小区路灯多处不亮，夜间出行不便', answer: '已更换灯具，当晚亮灯。' },
  { topic: 'education', unitId: 'jyj', text: '小学教室不够，班额偏大', answer: '已调剂教室，新学期分班。' },
  { topic: 'education', unitId: 'jyj', text: '幼儿入园远，希望就近设点', answer: '已在村小附设幼儿班。' },
  { topic: 'health', unitId: 'wsj', text: '村卫生室常缺药，报销手续不清楚', answer: '已补齐常用药，张贴报销流程。' },
  { topic: 'employment', unitId: 'rsj', text: '返乡人员想学技术，没有培训班', answer: '已组织电焊、家政培训，名单报到村。' },
  { topic: 'employment', unitId: 'rsj', text: '工程款结算慢，工人工资拖欠', answer: '已协调施工方足额发放。' },
  { topic: 'social-security', unitId: 'mzj', text: '两户困难家庭未纳入低保', answer: '已入户核查，符合条件的当月纳入。' },
  { topic: 'housing', unitId: 'fgj', text: '老楼漏雨，维修资金用不上', answer: '已指导办理维修资金申请。' },
  { topic: 'environment', unitId: 'cgj', text: '垃圾清运不及时，夏天有异味', answer: '已增设垃圾箱，改为每日清运。' },
  { topic: 'environment', unitId: 'hbj', text: '养殖场污水直排，沟渠发臭', answer: '已责令停排整改，水质复测合格。' },
  { topic: 'farming', unitId: 'nyj', text: '麦田病虫害防治缺少指导', answer: '农技人员已到田头培训。' },
  { topic: 'farming', unitId: 'slj', text: '机井年久失修，抗旱浇不上地', answer: '已修复机井，配齐水泵。' },
  { topic: 'order', unitId: 'gaj', text: '集市日占道经营，交通堵塞', answer: '已安排警力疏导，划定摊位。' },
  { topic: 'service', unitId: 'xzfw', text: '办证要往返县城，希望下放到乡镇', answer: '已在乡镇便民中心设代办点。' },
  { topic: 'service', unitId: 'gsj', text: '个体户年检不清楚要带什么材料', answer: '已发放一次性告知单。' },
  { topic: 'other', unitId: 'wgx', text: '村文化活动室没有器材', answer: '已配送图书和健身器材。' },
] as const;

/** One problem that the public raises. `{place}` is where: a village, a street, a residential quarter of the area. */
export interface PublicMatter {
  title: string;
  content: string;
  measure: string;
  answer: string;
  /** People affected, from and to. */
  people: readonly [number, number];
  /** It happens in the countryside, in a town, or anywhere. */
  where: 'VILLAGE' | 'TOWN';
  /** Departments of the city that may lead it; else the county does. */
  units: readonly string[];
}

export interface TopicWords {
  weight: number;
  matters: readonly PublicMatter[];
}

/** Wording of the problems that the public raises, by code of the dictionary `public-topic`. */
export const publicTopicWords: Readonly<Record<string, TopicWords>> = {
  education: {
    weight: 15,
    matters: [
      {
        title: '{place}小学班额过大，教室拥挤',
        content: '{place}小学{三|四|五}年级一个班有{68-92}名学生，前排紧靠讲台，家长希望分班或增加教室。',
        measure: '调整学区范围，秋季开学前增设{2-4}个教学班，调配教师到位。',
        answer: '已增设{2-4}个教学班，最大班额降到 60 人以下，任课教师已配齐。',
        people: [300, 2200],
        where: 'TOWN',
        units: ['jyj'],
      },
      {
        title: '{place}幼儿园收费高、公办园少',
        content: '{place}附近没有公办幼儿园，民办园每月收费{600-1100}元，群众反映入园难、入园贵。',
        measure: '对民办园收费重新备案公示，利用闲置校舍改建普惠性幼儿园一所。',
        answer: '民办园收费已重新备案并公示，改建的普惠性幼儿园已开始招生，提供学位{90-240}个。',
        people: [120, 900],
        where: 'TOWN',
        units: ['jyj'],
      },
      {
        title: '{place}小学门前道路坑洼积水',
        content: '{place}小学门前{80-260}米道路坑洼，雨天积水，学生上下学不便，多次向村里反映未修。',
        measure: '铺设碎石垫层后硬化路面，疏通两侧边沟。',
        answer: '门前道路已硬化，边沟已疏通，学校安排教师在上下学时段值守。',
        people: [150, 800],
        where: 'VILLAGE',
        units: [],
      },
      {
        title: '{place}教学点缺少英语教师',
        content: '{place}教学点{三至六|四至六}年级没有专职英语教师，课程由其他教师代上。',
        measure: '由中心校安排走教，每周不少于{3-6}课时。',
        answer: '中心校已安排英语教师每周走教{2-4}天，课表已张贴公布。',
        people: [60, 320],
        where: 'VILLAGE',
        units: ['jyj'],
      },
    ],
  },
  health: {
    weight: 13,
    matters: [
      {
        title: '{place}卫生室常用药不全',
        content: '{place}卫生室降压药、退烧药经常断货，群众要跑{8-20}里到镇上买药。',
        measure: '核定常用药目录，由乡镇卫生院按周配送。',
        answer: '卫生室已按目录补齐常用药{60-120}种，乡镇卫生院每周配送一次。',
        people: [200, 2600],
        where: 'VILLAGE',
        units: ['wsj'],
      },
      {
        title: '{place}群众新农合报销周期长',
        content: '{place}群众反映外地住院的新农合报销材料交上去{2-5}个月仍未到账。',
        measure: '清理积压报销件，实行每月两次集中审核、限时拨付。',
        answer: '积压的报销件已全部审核拨付，今后外地住院报销 15 个工作日内到账。',
        people: [20, 180],
        where: 'VILLAGE',
        units: ['wsj'],
      },
      {
        title: '{place}社区卫生服务中心夜间无人值班',
        content: '{place}社区卫生服务中心晚上{6|7}点后大门紧锁，老人夜间就诊不便。',
        measure: '恢复夜间值班，公布值班电话，由辖区医院派医师轮值。',
        answer: '夜间值班已恢复，值班电话已在门前和小区公告栏公布。',
        people: [500, 6000],
        where: 'TOWN',
        units: ['wsj'],
      },
      {
        title: '{place}群众反映医院检查费用偏高、重复检查',
        content: '{place}群众反映同一项检查一周内在两家医院重复做，费用{300-1200}元自付。',
        measure: '推行二级以上医院检查结果互认，公示收费项目。',
        answer: '检查结果互认项目{20-40}项已公布，涉及的重复检查费用已退还。',
        people: [1, 40],
        where: 'TOWN',
        units: ['wsj'],
      },
    ],
  },
  employment: {
    weight: 8,
    matters: [
      {
        title: '{place}工地拖欠农民工工资',
        content: '{place}在建工地拖欠{12-68}名农民工{2-5}个月工资，包工头联系不上。',
        measure: '启用工资保证金先行垫付，对用工单位立案查处。',
        answer: '所欠工资已足额发放到本人，用工单位已列入重点监控名单。',
        people: [12, 68],
        where: 'TOWN',
        units: ['rsj', 'zjj'],
      },
      {
        title: '{place}返乡人员找不到合适岗位',
        content: '{place}返乡务工人员反映家门口招工信息少，集聚区企业招工条件不清楚。',
        measure: '每月组织一次专场招聘，在村部张贴岗位信息。',
        answer: '已组织专场招聘{2-4}场，{place}有{15-60}人与企业签订合同。',
        people: [40, 600],
        where: 'VILLAGE',
        units: ['rsj'],
      },
      {
        title: '{place}群众反映技能培训走过场',
        content: '{place}开展的技能培训只签到、不上课，承诺的培训补贴{300-800}元未发。',
        measure: '重新核查培训课时，补办未完成课程，补发补贴。',
        answer: '未完成的课程已补上，培训补贴已直接发到学员账户。',
        people: [25, 160],
        where: 'VILLAGE',
        units: ['rsj'],
      },
    ],
  },
  'social-security': {
    weight: 12,
    matters: [
      {
        title: '{place}低保评定不公开，应保未保',
        content: '{place}有{2-7}户生活困难的家庭未纳入低保，评议结果没有张榜。',
        measure: '重新入户核查，民主评议，三榜公示。',
        answer: '重新评议后新纳入低保{2-5}户、退出{1-4}户，结果已张榜公示，无异议。',
        people: [6, 40],
        where: 'VILLAGE',
        units: ['mzj'],
      },
      {
        title: '{place}老人领取养老金认证不便',
        content: '{place}高龄老人每年要到镇上做领取资格认证，行动不便，来回{10-30}里。',
        measure: '由村协理员上门认证，推行邻近网点代办。',
        answer: '已组织上门认证{30-150}人，今后高龄、残疾人员一律上门办理。',
        people: [30, 150],
        where: 'VILLAGE',
        units: ['rsj'],
      },
      {
        title: '{place}居民医保缴费没有到账记录',
        content: '{place}居民反映年初缴纳的医保费在系统里查不到，住院时不能报销。',
        measure: '逐户核对缴费名册，补录漏登信息。',
        answer: '漏登的{8-40}人已补录，停保期间的住院费用已按规定补报。',
        people: [8, 90],
        where: 'TOWN',
        units: ['rsj'],
      },
      {
        title: '{place}五保老人集中供养房屋漏雨',
        content: '{place}敬老院{2-6}间房屋漏雨，墙皮脱落，老人搬到走廊居住。',
        measure: '翻修屋面，更换门窗，雨季前完工。',
        answer: '漏雨房屋已全部翻修，老人已搬回，床铺和被褥已更换。',
        people: [8, 60],
        where: 'VILLAGE',
        units: ['mzj'],
      },
    ],
  },
  housing: {
    weight: 9,
    matters: [
      {
        title: '{place}安置房逾期未交房',
        content: '{place}安置户过渡{14-30}个月仍未分到安置房，过渡费也停发了。',
        measure: '倒排工期，补发过渡费，公布分房时间表。',
        answer: '安置房已通过竣工验收并完成选房，所欠过渡费已补发。',
        people: [60, 460],
        where: 'TOWN',
        units: ['zjj', 'fgj'],
      },
      {
        title: '{place}小区办不下房产证',
        content: '{place}小区入住{4-9}年，开发商手续不全，{120-600}户办不了房产证。',
        measure: '联合会审补办手续，分批办理登记。',
        answer: '首批房产证已开始发放，其余住户按门牌顺序预约办理。',
        people: [300, 1800],
        where: 'TOWN',
        units: ['fgj', 'ghj'],
      },
      {
        title: '{place}小区物业收费不透明',
        content: '{place}小区物业把公共收益和维修支出混在一起，{2-4}年没有公布账目。',
        measure: '责令物业公布三年账目，指导召开业主大会。',
        answer: '物业账目已在公告栏和小区门口公布，业主委员会已选举产生。',
        people: [200, 1500],
        where: 'TOWN',
        units: ['fgj'],
      },
      {
        title: '{place}危房改造名额分配群众有意见',
        content: '{place}危房改造名额分给了房屋完好的人家，真正的危房户没有排上。',
        measure: '入户重新鉴定，名单三榜公示。',
        answer: '重新鉴定后调整对象{1-4}户，危房已列入当年改造计划。',
        people: [4, 36],
        where: 'VILLAGE',
        units: [],
      },
    ],
  },
  transport: {
    weight: 12,
    matters: [
      {
        title: '{place}道路破损，雨天无法通行',
        content: '{place}通村道路{1-4}公里严重破损，雨天泥泞，群众出行和农产品外运困难。',
        measure: '列入农村公路养护计划，先行填补坑槽，再实施大修。',
        answer: '坑槽已填补完毕，大修工程已完工通车，明确专人养护。',
        people: [400, 4500],
        where: 'VILLAGE',
        units: ['jtj', 'glj'],
      },
      {
        title: '{place}公交线路班次少，末班车太早',
        content: '{place}居民反映公交{25-50}分钟一班，末班车{17:30|18:00}就停了，接送学生不便。',
        measure: '增加车辆{2-4}台，延后末班车，公布时刻表。',
        answer: '公交已加密到{12-18}分钟一班，末班车延至{20:00|20:30}，站牌已更新。',
        people: [800, 9000],
        where: 'TOWN',
        units: ['jtj'],
      },
      {
        title: '{place}路口没有红绿灯，事故多发',
        content: '{place}路口今年以来发生{3-9}起事故，群众要求安装信号灯和减速带。',
        measure: '现场勘察后安装信号灯，施划斑马线和减速标线。',
        answer: '信号灯已投入使用，减速带和警示标志已设置完毕。',
        people: [600, 8000],
        where: 'TOWN',
        units: ['gaj', 'cgj'],
      },
      {
        title: '{place}路灯长期不亮',
        content: '{place}主干道{8-30}盏路灯不亮，夜间出行不安全。',
        measure: '更换灯具和线路，明确管护单位和报修电话。',
        answer: '不亮的路灯已全部修复，管护单位和报修电话已在灯杆上标明。',
        people: [300, 5000],
        where: 'TOWN',
        units: ['cgj'],
      },
    ],
  },
  utilities: {
    weight: 11,
    matters: [
      {
        title: '{place}停水频繁，水压低',
        content: '{place}每天{17|18}点以后没有水，四楼以上基本用不上水。',
        measure: '更换主管道{300-900}米，增设加压泵站。',
        answer: '加压泵站已投入使用，各楼层水压达标。',
        people: [300, 3600],
        where: 'TOWN',
        units: ['cgj', 'zjj'],
      },
      {
        title: '{place}自来水发黄、有异味',
        content: '{place}自来水{连续半个月|一个多月}发黄有异味，群众不敢饮用。',
        measure: '清洗管网和水塔，取样送检，检测结果张贴公示。',
        answer: '管网已清洗，水质检测合格，报告已张贴公示，今后每季度检测一次。',
        people: [200, 4000],
        where: 'VILLAGE',
        units: ['slj'],
      },
      {
        title: '{place}电压不稳，农忙时停电',
        content: '{place}变压器老化，麦收时{3-5}天停电，抽水浇地受影响。',
        measure: '增容变压器一台，改造低压线路。',
        answer: '变压器已增容，线路已改造，电压恢复正常。',
        people: [200, 2400],
        where: 'VILLAGE',
        units: [],
      },
      {
        title: '{place}小区天然气迟迟不通',
        content: '{place}小区缴费{8-20}个月，天然气一直没有开通。',
        measure: '督促燃气公司敷设支线，按栋分批通气。',
        answer: '{4-12}栋楼已通气，其余楼栋按公布的时间通气。',
        people: [300, 2200],
        where: 'TOWN',
        units: ['zjj'],
      },
    ],
  },
  environment: {
    weight: 14,
    matters: [
      {
        title: '{place}垃圾无人清运，夏天异味大',
        content: '{place}垃圾堆放点{7-20}天无人清运，夏天蚊蝇多、异味大。',
        measure: '增加清运频次，更换密闭式垃圾箱，专人保洁。',
        answer: '垃圾已清运干净，实行一日一清，垃圾箱已更换。',
        people: [200, 3200],
        where: 'VILLAGE',
        units: ['cgj'],
      },
      {
        title: '{place}养殖场粪污直排河沟',
        content: '{place}养殖场污水直接排入河沟，下游群众反映气味刺鼻、水面发黑。',
        measure: '限期建设沉淀池和干粪棚，未完成前停止进栏。',
        answer: '养殖场已建成三级沉淀池，排水检测达标，河沟已清淤。',
        people: [80, 1500],
        where: 'VILLAGE',
        units: ['hbj', 'xmj'],
      },
      {
        title: '{place}企业夜间排烟扰民',
        content: '{place}附近企业夜间{22:00|23:00}以后排放黑烟，居民窗户不敢开。',
        measure: '安装在线监测，夜间停产整改，整改后复核。',
        answer: '企业已更换除尘设备，连续监测{7|10|15}天达标。',
        people: [300, 5200],
        where: 'TOWN',
        units: ['hbj'],
      },
      {
        title: '{place}夜市油烟噪声扰民',
        content: '{place}夜市摊点油烟直排，音响开到{23:30|次日 1 点}，居民无法休息。',
        measure: '划定经营区域和时段，统一安装油烟净化设施。',
        answer: '摊点已入区经营，22 点后停止使用音响，油烟净化器已装齐。',
        people: [200, 2600],
        where: 'TOWN',
        units: ['cgj'],
      },
    ],
  },
  farming: {
    weight: 12,
    matters: [
      {
        title: '{place}惠农补贴没有足额到户',
        content: '{place}群众反映种粮补贴按旧面积发放，每亩少发{8-36}元。',
        measure: '核对土地面积和补贴清册，逐户补发。',
        answer: '补贴清册已重新核对，少发部分已通过一卡通补发到户。',
        people: [60, 900],
        where: 'VILLAGE',
        units: ['nyj'],
      },
      {
        title: '{place}灌溉机井不能用',
        content: '{place}{4-12}眼机井配套不全，旱情时浇不上水，群众花钱租用柴油机。',
        measure: '修复机井电力配套，明确管护责任人和用水价格。',
        answer: '机井已全部修复通电，管护协议已签，水价在村务公开栏公布。',
        people: [200, 1800],
        where: 'VILLAGE',
        units: ['slj', 'nyj'],
      },
      {
        title: '{place}购买的种子出苗率低',
        content: '{place}{20-120}户反映购买的玉米种子出苗率低，找经销商没有结果。',
        measure: '组织种子鉴定，责令经销商先行赔付。',
        answer: '经鉴定属质量问题，经销商已赔付{20-80}户，涉案种子已下架。',
        people: [60, 480],
        where: 'VILLAGE',
        units: ['nyj', 'gsj'],
      },
      {
        title: '{place}征地补偿款迟迟未到账',
        content: '{place}修路占用耕地{20-160}亩，补偿款{8-20}个月没有发到户。',
        measure: '财政先行垫付，建立到户台账，公示发放清册。',
        answer: '补偿款已全部打卡到户，发放清册已公示七天无异议。',
        people: [90, 700],
        where: 'VILLAGE',
        units: ['gtj'],
      },
    ],
  },
  order: {
    weight: 6,
    matters: [
      {
        title: '{place}夜间盗窃电动车多发',
        content: '{place}一个月内丢失电动车{5-14}辆，监控多处损坏。',
        measure: '修复监控，加密夜间巡逻，公布破案情况。',
        answer: '监控已修复，盗窃团伙已查获，追回电动车{3-8}辆。',
        people: [200, 3000],
        where: 'TOWN',
        units: ['gaj'],
      },
      {
        title: '{place}有人设点收取停车费',
        content: '{place}路边停车位由不明人员按次收费{5-20}元，不给票据。',
        measure: '清理非法收费人员，规范停车位管理，公示收费标准。',
        answer: '非法收费人员已清理，停车位已统一标线并公示收费标准。',
        people: [200, 4000],
        where: 'TOWN',
        units: ['gaj', 'cgj'],
      },
      {
        title: '{place}集市占道影响通行',
        content: '{place}集日占用道路经营，救护车、消防车过不去。',
        measure: '划定集市区域，安排专人维持秩序。',
        answer: '集市已搬到指定区域，道路恢复双向通行。',
        people: [500, 6000],
        where: 'VILLAGE',
        units: ['cgj'],
      },
    ],
  },
  service: {
    weight: 9,
    matters: [
      {
        title: '{place}办事要反复跑、材料说不清',
        content: '{place}群众反映办理户口迁移跑了{3-6}趟，每次都说还差材料。',
        measure: '印制一次性告知单，明确受理条件和时限。',
        answer: '一次性告知单已在窗口摆放，材料齐全的当场办理，反映人的户口迁移已办结。',
        people: [30, 800],
        where: 'TOWN',
        units: ['gaj', 'xzfw'],
      },
      {
        title: '{place}便民服务中心经常没人',
        content: '{place}便民服务中心下午{3|4}点以后没有人，公示电话也打不通。',
        measure: '实行值班轮岗和去向公示，纳入效能检查。',
        answer: '值班表和电话已重新公示，抽查{5-12}次均有人在岗。',
        people: [300, 4000],
        where: 'VILLAGE',
        units: [],
      },
      {
        title: '{place}不动产登记等候时间长',
        content: '{place}群众反映登记大厅一上午只办{10-20}件，等候两三个小时。',
        measure: '增设窗口{2-4}个，开通预约办理和午间值班。',
        answer: '窗口已增设，预约办理已开通，平均等候时间降到{20-40}分钟。',
        people: [200, 3000],
        where: 'TOWN',
        units: ['gtj', 'xzfw'],
      },
    ],
  },
  other: {
    weight: 5,
    matters: [
      {
        title: '{place}村务财务多年没有公开',
        content: '{place}村集体收支{2-5}年没有公开，群众对鱼塘承包费有疑问。',
        measure: '由乡镇经管站审计，按季度公开村务财务。',
        answer: '审计结果已张榜公布，村务财务按季度公开，承包费问题已说明。',
        people: [200, 2200],
        where: 'VILLAGE',
        units: [],
      },
      {
        title: '{place}文化广场设施损坏无人修',
        content: '{place}文化广场健身器材损坏{4-9}件，地砖松动，存在安全隐患。',
        measure: '维修更换器材，铺设防滑地砖，明确管护人。',
        answer: '健身器材已维修更换，地砖已重铺，管护人和电话已公示。',
        people: [300, 2800],
        where: 'TOWN',
        units: ['wgx', 'cgj'],
      },
    ],
  },
};

/** Places in the countryside of a county, and in its towns. Names are common ones, not particular villages. */
export const villages = [
  '张庄村',
  '李楼村',
  '王寨村',
  '刘营村',
  '陈桥村',
  '大赵村',
  '小李庄',
  '东岗村',
  '西湖村',
  '后杨村',
  '孙集村',
  '周湾村',
];
export const townPlaces = ['北关', '南关', '老城', '城东', '解放路', '文明路', '人民路', '建设路', '中华路', '新华路', '商贸城', '向阳路'];
/** Streets of the central city, where a department of the city leads. */
export const centralPlaces = [
  '解放路西段',
  '文明路中段',
  '人民路东段',
  '建设路南段',
  '交通路',
  '雪松路',
  '乐山路',
  '富强路',
  '南海路',
  '练江路',
];

export const answerers = ['分管副职', '业务科科长', '信访科科长', '办公室主任', '政务服务科科长'];
export const countyAnswerers = ['县（区）政府办副主任', '乡镇（街道）主要负责人', '县（区）信访局局长', '县（区）政府督查室主任'];

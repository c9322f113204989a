/** Wording of the service projects. Investors are made of the ten stems, so that none is a firm's name. */
export const investorStems = ['甲丰', '乙诚', '丙盛', '丁和', '戊泰', '己信', '庚元', '辛达', '壬康', '癸明'];
export const investorPlaces = ['河南', '浙江', '江苏', '广东', '福建', '山东', '湖北', '上海', '北京', '郑州', '深圳', '温州'];

export interface Industry {
  firm: string;
  products: readonly string[];
}

/** Industries by county or zone, as its cluster would have them. */
export const industries: Readonly<Record<string, readonly Industry[]>> = {
  '411702': [
    { firm: '食品', products: ['年产{2-8}万吨速冻食品生产线', '年产{5-20}万吨面粉深加工'] },
    { firm: '物流', products: ['豫南农产品冷链物流园', '城市配送中心'] },
  ],
  '411721': [
    { firm: '机械', products: ['年产{2-9}万台套畜牧机械', '年产{300-900}台混凝土泵车底盘'] },
    { firm: '鞋业', products: ['年产{600-1500}万双运动鞋', '制鞋材料产业园二期'] },
  ],
  '411722': [
    { firm: '制衣', products: ['年产{300-900}万件服装', '针织染整一体化'] },
    { firm: '食品', products: ['年产{3-9}万吨芝麻油', '肉制品精深加工'] },
  ],
  '411723': [
    { firm: '皮革', products: ['年产{200-600}万只箱包', '皮革精加工产业园'] },
    { firm: '户外用品', products: ['年产{80-300}万套户外休闲家具', '藤编制品出口基地'] },
  ],
  '411724': [
    { firm: '粮油', products: ['年产{6-20}万吨花生油', '花生蛋白及休闲食品'] },
    { firm: '新能源', products: ['{20-60}兆瓦农光互补发电', '年产{5-18}万吨生物质颗粒'] },
  ],
  '411725': [
    { firm: '建材', products: ['年产{60-200}万立方米加气混凝土砌块', '新型干法水泥余热利用'] },
    { firm: '乐器', products: ['年产{20-80}万把提琴及配件', '乐器文化产业园'] },
  ],
  '411726': [
    { firm: '牧业', products: ['{2-6}万头肉牛屠宰加工', '优质肉牛繁育基地'] },
    { firm: '食用菌', products: ['年产{2-8}万吨食用菌加工', '香菇标准化生产园区'] },
  ],
  '411727': [
    { firm: '电子', products: ['年产{500-2000}万只电声器件', 'LED 照明产品'] },
    { firm: '旅游开发', products: ['宿鸭湖生态旅游综合开发', '特色小镇游客服务中心'] },
  ],
  '411728': [
    { firm: '食品', products: ['年产{4-12}万吨休闲食品', '方便面及调味料生产线'] },
    { firm: '机械', products: ['年产{1-5}万吨精密铸件', '农业机械制造'] },
  ],
  '411729': [
    { firm: '车业', products: ['年产{30-100}万辆电动车', '电动车零部件产业园'] },
    { firm: '木业', products: ['年产{10-40}万立方米刨花板', '板式家具生产线'] },
  ],
  jkq: [
    { firm: '医药', products: ['年产{20-80}亿片固体制剂', '生物制药研发中心'] },
    { firm: '汽车部件', products: ['年产{40-160}万套汽车零部件', '专用车改装'] },
  ],
  cyjjq: [
    { firm: '科技', products: ['豫南大数据产业园', '年产{100-400}万台智能电表'] },
    { firm: '包装', products: ['年产{1-6}亿平方米纸箱包装', '可降解包装材料'] },
  ],
  zbjjq: [
    { firm: '重工', products: ['年产{2000-9000}台挂车', '起重机械及钢结构'] },
    { firm: '轴承', products: ['年产{800-3000}万套轴承', '数控机床关键部件'] },
  ],
};

/** The nodes from 立项 to 投产 with the stage that each ends in, and whose step it is (`lead` = the county or zone). */
export const nodes: readonly { title: string; stage: string; unit: string }[] = [
  { title: '签订代办委托书、完成备案（核准）', stage: 'approval', unit: 'fgw' },
  { title: '用地预审与土地组卷报批', stage: 'land', unit: 'gtj' },
  { title: '征地清表、净地移交', stage: 'land', unit: 'lead' },
  { title: '取得建设用地规划许可证', stage: 'planning', unit: 'ghj' },
  { title: '环评批复', stage: 'planning', unit: 'hbj' },
  { title: '取得施工许可证、开工', stage: 'start', unit: 'zjj' },
  { title: '厂房基础施工', stage: 'construction', unit: 'lead' },
  { title: '主体封顶', stage: 'construction', unit: 'lead' },
  { title: '水电气路配套接通', stage: 'equipment', unit: 'gxj' },
  { title: '设备安装调试', stage: 'equipment', unit: 'lead' },
  { title: '竣工验收、试生产', stage: 'trial', unit: 'zjj' },
  { title: '正式投产', stage: 'production', unit: 'lead' },
];

export const nodeObstacles = [
  '土地报批件退回补正',
  '个别农户附着物补偿未谈妥',
  '环评公众参与程序需重做',
  '高压线迁改方案未批',
  '企业资金调度紧张',
  '雨季影响施工',
  '进口设备到港推迟',
  '图纸审查意见反复',
];
export const memberPosts = [
  '行政审批科科长',
  '项目科科长',
  '用地科科长',
  '建管科科长',
  '副调研员',
  '窗口首席代表',
  '环评科科长',
  '企业科科长',
];
export const teamDepartments = ['fgw', 'gtj', 'ghj', 'hbj', 'zjj', 'gxj', 'xzfw', 'gsj', 'czj', 'rsj', 'ajj', 'slj'];

export const landBreaches = [
  '企业人员自行入户商谈附着物补偿，服务小组未到场',
  '村民到工地要求追加青苗补偿，与施工人员发生接触',
  '企业直接向村组支付协调费',
];
export const approvalBreaches = [
  '部门通知企业自行到窗口补交材料，未经代办员',
  '评审机构要求企业人员到场说明',
  '科室直接向企业收取资料并约谈经办人',
];

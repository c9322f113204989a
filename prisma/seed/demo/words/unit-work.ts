/** What a unit of the demo deals with, in the words of its own trade. */
export interface UnitWork {
  /** How much of the problems and complaints fall to it. */
  weight: number;
  /** Its matters, as they stand inside a sentence. */
  matters: readonly string[];
  /** It enforces the law: fines, inspections. */
  enforces?: true;
}

const county: UnitWork = {
  weight: 19,
  enforces: true,
  matters: [
    '农村低保评定',
    '危房改造对象审核',
    '宅基地审批',
    '涉农补贴发放',
    '乡镇便民服务中心值班',
    '招商项目落地',
    '村级公益事业建设',
    '新农合报销',
    '农村环境整治',
    '重点项目征迁',
    '小微企业服务',
    '乡镇综合执法',
    '水利工程管护',
    '城区市容管理',
    '信访案件化解',
  ],
};

/** By unit id; counties share their matters. */
export const unitWork: Readonly<Record<string, UnitWork>> = {
  ...Object.fromEntries(['02', '21', '22', '23', '24', '25', '26', '27', '28', '29'].map((end) => [`4117${end}`, county])),
  zfb: { weight: 6, matters: ['公文运转', '政务信息公开', '会议统筹', '市长热线转办件'] },
  jcj: { weight: 4, matters: ['效能投诉查办', '行政审批电子监察', '政风行风评议'] },
  bb: { weight: 3, matters: ['机构编制核查', '行政审批事项清理', '事业单位登记'] },
  fgw: { weight: 8, matters: ['项目立项备案', '企业投资核准', '中央预算内投资申报', '价格收费管理', '重大项目稽察'] },
  gtj: {
    weight: 16,
    enforces: true,
    matters: ['建设用地预审', '土地登记发证', '征地补偿公示', '矿产资源开采巡查', '闲置土地处置', '农村土地确权'],
  },
  czj: { weight: 7, matters: ['专项资金拨付', '政府采购审批', '非税收入收缴', '财政评审', '惠农补贴“一卡通”'] },
  xzfw: { weight: 8, matters: ['窗口首问负责', '联审联批', '大厅叫号服务', '办事指南更新', '网上受理'] },
  ggzy: { weight: 6, matters: ['招标文件备案', '开标评标组织', '投标保证金退还', '土地出让公告'] },
  jyj: { weight: 12, matters: ['学区划分', '教师职称评审', '校园安全检查', '学前教育资助', '大班额化解', '民办学校审批'] },
  kjj: { weight: 3, matters: ['高新技术企业认定', '科技项目申报', '科技经费使用'] },
  gxj: { weight: 6, matters: ['企业技改备案', '中小企业担保', '企业用工服务', '产业集聚区考核'] },
  gaj: {
    weight: 16,
    enforces: true,
    matters: ['户籍办理', '车辆检验', '交通违法处理', '出入境证件办理', '治安案件办理', '危险品运输审批'],
  },
  mzj: { weight: 8, matters: ['城乡低保审批', '救灾物资发放', '社会组织登记', '婚姻登记', '优抚补助发放'] },
  sfj: { weight: 4, matters: ['法律援助', '公证办理', '社区矫正'] },
  rsj: { weight: 13, enforces: true, matters: ['养老保险参保', '医保异地报销', '劳动监察', '失业金申领', '职业技能培训补贴', '退休审批'] },
  hbj: { weight: 12, enforces: true, matters: ['环评审批', '排污收费', '噪声污染查处', '企业在线监测', '建筑扬尘监管'] },
  zjj: {
    weight: 14,
    enforces: true,
    matters: ['施工许可', '保障房分配', '建筑工地检查', '工程质量监督', '农民工工资保证金', '燃气安全检查'],
  },
  ghj: { weight: 10, enforces: true, matters: ['建设用地规划许可', '建设工程规划许可', '违法建设认定', '规划公示'] },
  cgj: { weight: 14, enforces: true, matters: ['占道经营管理', '户外广告审批', '渣土车整治', '环卫保洁', '停车泊位管理', '市政设施维修'] },
  fgj: { weight: 8, matters: ['房屋登记发证', '商品房预售许可', '维修资金使用', '物业纠纷调处'] },
  jtj: { weight: 12, enforces: true, matters: ['道路运输许可', '超限超载治理', '出租车管理', '驾校监管', '农村客运班线'] },
  glj: { weight: 9, enforces: true, matters: ['国省干线养护', '路政巡查', '公路占用许可', '超限检测站管理'] },
  slj: { weight: 7, enforces: true, matters: ['农村饮水安全', '河道采砂管理', '取水许可', '水库除险加固'] },
  nyj: { weight: 7, enforces: true, matters: ['农机购置补贴', '农资市场检查', '农产品质量检测', '土地流转服务'] },
  lyj: { weight: 5, enforces: true, matters: ['林木采伐许可', '植树造林验收', '森林防火', '木材检查站管理'] },
  xmj: { weight: 5, enforces: true, matters: ['动物检疫', '养殖场环保整改', '兽药饲料监管', '防疫员补助发放'] },
  lsj: { weight: 3, matters: ['粮食收购许可', '储备粮轮换', '托市收购监管'] },
  fpb: { weight: 4, matters: ['扶贫对象识别', '整村推进项目', '雨露计划补助'] },
  swj: { weight: 5, matters: ['招商项目跟踪', '家政服务补贴', '酒类流通管理', '外贸企业服务'] },
  lvyj: { weight: 3, matters: ['旅行社监管', '景区服务质量', '导游年审'] },
  wgx: { weight: 5, enforces: true, matters: ['网吧审批', '文化市场检查', '农家书屋更新', '文物保护巡查'] },
  wsj: {
    weight: 11,
    enforces: true,
    matters: ['新农合报销', '医疗机构校验', '乡镇卫生院药品采购', '医患纠纷处理', '卫生许可', '村医补助发放'],
  },
  jsw: { weight: 5, matters: ['再生育审批', '独生子女奖励发放', '社会抚养费征收'] },
  sjj: { weight: 3, matters: ['政府投资审计', '审计整改跟踪', '经济责任审计'] },
  tjj: { weight: 3, matters: ['企业联网直报', '统计数据审核', '统计上门检查'] },
  ajj: { weight: 7, enforces: true, matters: ['烟花爆竹许可', '矿山安全检查', '隐患排查整改', '危化品企业监管'] },
  syj: { weight: 10, enforces: true, matters: ['餐饮服务许可', '食品生产许可', '药店检查', '小作坊整治', '食品抽检'] },
  gsj: { weight: 10, enforces: true, matters: ['企业注册登记', '个体户年检', '消费投诉处理', '传销打击', '广告监管'] },
  zlj: { weight: 6, enforces: true, matters: ['特种设备检验', '计量器具检定', '组织机构代码办理', '产品质量抽查'] },
  xfj: { weight: 6, matters: ['信访件转办', '领导接访安排', '积案化解', '来访登记'] },
  fzb: { weight: 3, matters: ['规范性文件审查', '行政复议受理', '执法证件管理'] },
  jkq: { weight: 5, matters: ['企业入驻服务', '安置房分配', '园区道路建设', '土地补偿发放'] },
  cyjjq: { weight: 5, matters: ['标准厂房租赁', '企业用电报装', '失地农民安置', '招商优惠兑现'] },
  zbjjq: { weight: 4, matters: ['项目入园手续', '园区供水排水', '企业用工对接'] },
};

export const windowWork: Readonly<Record<string, UnitWork>> = {
  'win-fgw': { weight: 5, matters: ['企业投资项目备案', '固定资产投资登记'] },
  'win-gtj': { weight: 12, matters: ['土地使用证办理', '建设用地预审', '土地抵押登记'] },
  'win-zjj': { weight: 10, matters: ['施工许可证办理', '工程竣工备案', '资质申报'] },
  'win-ghj': { weight: 8, matters: ['规划许可证办理', '规划条件出具'] },
  'win-hbj': { weight: 6, matters: ['环评批复', '排污许可证办理'] },
  'win-gsj': { weight: 12, matters: ['营业执照办理', '企业变更登记', '企业名称核准'] },
  'win-gaj': { weight: 8, matters: ['身份证加急办理', '出入境证件办理', '印章备案'] },
  'win-rsj': { weight: 10, matters: ['社保卡办理', '养老保险转移', '医保备案'] },
  'win-syj': { weight: 7, matters: ['餐饮服务许可', '药品经营许可'] },
  'win-tax': { weight: 9, matters: ['税务登记', '发票领购', '契税缴纳'] },
};

/** The work of a unit or window. */
export function workOf(unitId: string): UnitWork {
  const work = unitWork[unitId] ?? windowWork[unitId];
  if (!work) throw new RangeError(`No work is known of unit ${unitId}`);
  return work;
}

/** One problem that a rectification finds. `{place}` is where. */
export interface RectificationMatter {
  title: string;
  content: string;
  measure: string;
  result: string;
  /** Departments of the city that may have to put it right; else the county does. */
  units: readonly string[];
  /** Code of the rectification's own list of disorders. */
  disorder?: string;
}

export interface RectificationWords {
  weight: number;
  /** Places within a county, and in the central city. */
  places: { county: readonly string[]; central: readonly string[] };
  foundBy: readonly string[];
  /** Working days to put it right, from and to. */
  days: readonly [number, number];
  matters: readonly RectificationMatter[];
}

const towns = ['城关镇', '产业集聚区', '北关街道', '东关街道', '老城街道', '新区街道'];
const quarters = ['解放路', '文明路', '乐山大道', '置地大道', '雪松路', '练江路', '通达路', '天中山大道'];

/** Wording of the problems of the special rectifications, by code of the dictionary `rectification-campaign`. */
export const rectificationWords: Readonly<Record<string, RectificationWords>> = {
  '1': {
    weight: 45,
    places: { county: [...towns, '部分乡镇'], central: ['市区北部片区', '市区东部片区', '老工业企业家属区', '市直改制企业'] },
    foundBy: ['积案排查', '领导接访', '信访件比对', '信访工作督查', '县乡两级摸排'],
    days: [22, 55],
    matters: [
      {
        title: '{place}征地补偿信访积案未化解',
        content: '排查发现{place}一起征地补偿信访事项已登记{7-30}个月，涉及{12-86}户，多次答复后仍在反映，包案责任未落实。',
        measure: '由{分管负责人|主要负责人}包案，限期核清补偿面积和标准，当面答复并签字确认。',
        result: '补偿面积已重新丈量核定，差额已补付到户，当事人已签字息访。',
        units: ['gtj', 'xfj'],
      },
      {
        title: '{place}农民工工资拖欠引发集体来访',
        content: '{place}一在建工程拖欠{18-120}名农民工工资{2-5}个月，曾{2-3}次集体来访，责任部门相互推诿。',
        measure: '责令施工企业先行垫付，动用工资保证金，一次发放到人。',
        result: '拖欠工资已全部发放到人，涉事企业记入不良记录。',
        units: ['rsj', 'zjj'],
      },
      {
        title: '{place}信访事项答复超期',
        content: '抽查{place}信访登记台账，{3-11}件事项超过规定期限未书面答复，未说明延期理由。',
        measure: '逐件补办延期或答复手续，建立到期前五日提醒制度。',
        result: '超期事项已逐件书面答复，提醒制度已执行，未再出现超期。',
        units: ['xfj', 'gaj', 'mzj', 'gtj'],
      },
      {
        title: '{place}退役人员待遇诉求长期未答复',
        content: '{place}{6-34}名人员反映待遇落实问题，材料在科室间流转{3-9}个月，无牵头单位。',
        measure: '明确牵头科室，逐人核对档案，符合政策的限期落实，不符合的当面说明依据。',
        result: '已逐人核对档案，符合政策的待遇已落实，其余当面说明了依据。',
        units: ['mzj', 'rsj'],
      },
      {
        title: '{place}领导接访日无人接访',
        content: '暗访发现{place}公示的接访日无领导到岗，由工作人员代接，接访记录事后补写。',
        measure: '通报批评，重新公示接访安排，接访情况当日上网。',
        result: '接访安排已重新公示，接访领导按日到岗，记录当日录入。',
        units: ['xfj', 'gaj', 'rsj'],
      },
      {
        title: '{place}重复来访事项未实行台账管理',
        content: '{place}{4-16}件重复来访事项没有台账，包案领导、化解时限均未明确。',
        measure: '建立一事一档，明确包案领导和化解时限，每月报进展。',
        result: '台账已建立，包案领导已逐件约访，{3-12}件已化解。',
        units: ['xfj', 'gtj'],
      },
    ],
  },
  '2': {
    weight: 62,
    places: {
      county: ['城关镇农贸市场', '中心小学周边', '产业集聚区食堂', '乡镇集贸市场', '县城小吃街', '批发市场'],
      central: ['解放路农贸市场', '乐山商场周边', '文明路小吃街', '高校周边', '东高村批发市场', '置地大道餐饮街'],
    },
    foundBy: ['联合检查', '监督抽检', '群众举报', '节前专项检查', '暗访'],
    days: [15, 42],
    matters: [
      {
        title: '{place}熟食摊点无证经营',
        content: '检查{place}发现{2-9}家熟食摊点没有登记证和健康证，加工环境不符合要求。',
        measure: '责令停止经营，限期办证，符合条件后方可恢复。',
        result: '{2-6}家已办证整改，其余摊点已取缔，复查未再出现。',
        units: ['syj', 'gsj'],
      },
      {
        title: '{place}食品进货台账不全',
        content: '{place}{4-15}家经营户索证索票不全，部分食品说不清来源。',
        measure: '逐户建立进货台账，一户一档，每月抽查。',
        result: '台账已补齐，抽查{10-30}户全部合格。',
        units: ['syj', 'gsj'],
      },
      {
        title: '{place}面制品抽检铝残留超标',
        content: '抽检{place}油条、馒头{8-24}批次，{1-4}批次铝残留超标。',
        measure: '立案查处，追溯添加剂来源，复检合格前停止销售。',
        result: '不合格产品已销毁，经营者已处罚，复检合格。',
        units: ['syj', 'zlj'],
      },
      {
        title: '{place}畜禽屠宰检疫票据不规范',
        content: '{place}鲜肉经营户检疫票据与数量不符，{1-3}户使用过期票据。',
        measure: '核对检疫、检验记录，查清来源，对签发环节倒查责任。',
        result: '来源已查清，相关人员已处理，检疫票据改为一车一票、当日核销。',
        units: ['xmj', 'swj'],
      },
      {
        title: '{place}食堂餐具消毒不达标',
        content: '{place}食堂没有专用消毒间，餐具抽检{6-12}份，{1-3}份不合格。',
        measure: '设置消毒间和保洁柜，操作人员培训后上岗。',
        result: '消毒设施已配齐，复检全部合格。',
        units: ['syj', 'wsj', 'jyj'],
      },
      {
        title: '{place}蔬菜农药残留检测流于形式',
        content: '{place}检测记录连续{10-25}天数据相同，检测员说不清操作步骤。',
        measure: '更换检测人员，恢复每日抽检，结果当天上墙公示。',
        result: '已恢复每日抽检，结果逐日公示，不合格产品当日下架。',
        units: ['nyj', 'syj'],
      },
      {
        title: '{place}过期食品未下架',
        content: '检查{place}{2-6}家商店，发现过期食品{3-21}件仍在货架销售。',
        measure: '责令下架销毁，处罚经营者，建立临期食品登记。',
        result: '过期食品已销毁，经营者已处罚，临期登记已建立。',
        units: ['gsj', 'syj'],
      },
    ],
  },
  '3': {
    weight: 58,
    places: {
      county: [...towns, '县直执法单位', '乡镇执法中队'],
      central: ['市区执法中队', '开发区执法大队', '市直执法支队', ...quarters.slice(0, 3)],
    },
    foundBy: ['案卷评查', '执法检查', '企业走访', '群众举报', '暗访'],
    days: [20, 50],
    matters: [
      {
        title: '{place}以培训名义向企业收费',
        content: '企业反映{place}以{安全|业务|法规}培训名义收费{300-1600}元，不参加不予年审，无收费依据。',
        measure: '立即停止收费，退还所收费用，追究相关人员责任。',
        result: '收费已停止，{12-64}户企业共退还{9-52}千元，责任人已处理。',
        units: ['gsj', 'zlj', 'ajj', 'hbj'],
        disorder: 'fee',
      },
      {
        title: '{place}超出许可目录收取检测费',
        content: '案卷评查发现{place}收取的检测费不在公示目录内，涉及{5-28}户。',
        measure: '取消收费项目，公示现行目录，多收的费用限期退还。',
        result: '目录已重新公示，多收费用已退还到户。',
        units: ['zlj', 'hbj', 'zjj'],
        disorder: 'fee',
      },
      {
        title: '{place}罚款不按裁量基准执行',
        content: '抽查{place}案卷{10-36}份，{3-9}份罚款数额超出裁量基准且未说明理由。',
        measure: '逐案复核，超出部分退还，裁量理由写入决定书。',
        result: '案卷已逐案复核，超出部分已退还，集中培训{1-3}次。',
        units: ['hbj', 'cgj', 'gtj', 'ajj', 'gaj'],
        disorder: 'fine',
      },
      {
        title: '{place}只罚款不责令改正',
        content: '{place}同一违法行为{3-7}次罚款，从未下达责令改正通知书。',
        measure: '补发责令改正通知书，逐户复查，严禁以罚代管。',
        result: '责令改正通知书已补发，复查全部改正到位。',
        units: ['cgj', 'hbj', 'gsj', 'gtj'],
        disorder: 'fine',
      },
      {
        title: '{place}向执法人员下达罚没指标',
        content: '群众举报{place}把罚没收入分解到人，并与奖金挂钩。',
        measure: '取消罚没指标，经费与罚没收入脱钩，通报批评。',
        result: '指标已取消，考核办法已修订，相关负责人已诫勉谈话。',
        units: ['gaj', 'cgj', 'jtj'],
        disorder: 'fine',
      },
      {
        title: '{place}要求企业订购刊物、赞助活动',
        content: '企业反映{place}要求订购刊物{2-8}份，并以“协办费”名义收取赞助{1-6}千元。',
        measure: '停止摊派，费用全部退还，设立企业监督电话。',
        result: '费用已全部退还，监督电话已公布，未再发生摊派。',
        units: ['gsj', 'ajj', 'wgx', 'jyj'],
        disorder: 'levy',
      },
      {
        title: '{place}向村组摊派宣传费用',
        content: '{place}以法制宣传名义向{4-19}个村组摊派展板制作费。',
        measure: '退还摊派费用，宣传经费由本单位列支。',
        result: '费用已退还到村组，经费已列入单位预算。',
        units: ['gtj', 'lyj'],
        disorder: 'levy',
      },
      {
        title: '{place}执法人员未亮证执法',
        content: '暗访{place}发现执法人员未出示证件、不说明依据即进入经营场所检查。',
        measure: '离岗培训，执法全程记录，随机抽查录像。',
        result: '涉事人员已离岗培训，执法记录仪已配齐。',
        units: ['wgx', 'cgj', 'syj', 'gtj'],
      },
      {
        title: '{place}重大处罚未经集体讨论',
        content: '案卷评查发现{place}{1-4}件较大数额罚款没有集体讨论记录。',
        measure: '补充审查程序，不当处罚依法纠正，今后未经集体讨论不得作出决定。',
        result: '案件已重新审查，{1-2}件已纠正，集体讨论制度已上墙。',
        units: ['hbj', 'gtj', 'zjj'],
      },
    ],
  },
  '4': {
    weight: 50,
    places: {
      county: ['国道治超检查点', '省道超限检测站', '县乡公路交会口', '高速出口连接线', '砂石料场路口', '省道收费站附近'],
      central: ['绕城公路入口', '高速出口连接线', '货运市场门口', '国道治超检查点', '物流园区路口'],
    },
    foundBy: ['沿线暗访', '司机举报', '联合督查', '上级暗访反馈', '票据核查'],
    days: [12, 36],
    matters: [
      {
        title: '{place}未经批准设卡检查',
        content: '暗访发现{place}{3-7}名执法人员未经批准设卡拦车，没有标志牌和批准文件。',
        measure: '立即撤除，查清决定设卡的责任人，公布举报电话。',
        result: '站卡已撤除，责任人已停职检查。',
        units: ['jtj', 'gaj', 'glj'],
        disorder: 'checkpoint',
      },
      {
        title: '{place}木材检查点擅自上路拦车',
        content: '{place}木材检查人员离开站区到公路上拦车检查，每天{5-15}车次。',
        measure: '撤回站区，重申检查范围，对站长问责。',
        result: '人员已撤回站区，站长已调整岗位。',
        units: ['lyj'],
        disorder: 'checkpoint',
      },
      {
        title: '{place}动物检疫人员公路设岗',
        content: '{place}检疫人员夜间在公路设岗拦查运输车辆，无省级批准。',
        measure: '撤除岗点，检疫改在屠宰场和市场进行。',
        result: '岗点已撤除，检疫已移到场内。',
        units: ['xmj'],
        disorder: 'checkpoint',
      },
      {
        title: '{place}对货车重复罚款',
        content: '司机反映在{place}因同一超限行为一天内被罚{2-3}次，共{600-3000}元。',
        measure: '核对罚款记录，重复部分退还，推行处罚信息联网核查。',
        result: '重复罚款已退还，处罚信息已联网。',
        units: ['jtj', 'gaj', 'glj'],
        disorder: 'fine',
      },
      {
        title: '{place}罚款不出具决定书和票据',
        content: '{place}执法人员收取罚款{200-1500}元后放行，不出具决定书，票据不是财政统一票据。',
        measure: '清查票据，私罚款项追缴退还，涉嫌违纪的移送处理。',
        result: '款项已退还，{1-3}名人员已移送处理。',
        units: ['jtj', 'gaj', 'glj'],
        disorder: 'fine',
      },
      {
        title: '{place}超限车辆只罚款不卸载',
        content: '抽查{place}{20-60}份处罚记录，{8-26}份没有卸载记录，罚款后放行。',
        measure: '严格先卸载后处罚，卸载过程录像备查。',
        result: '卸载场地和设备已配齐，抽查全部先卸载后放行。',
        units: ['jtj', 'glj'],
        disorder: 'fine',
      },
      {
        title: '{place}收取“月票”放行超限车',
        content: '群众举报{place}向固定货车每月收取{300-900}元，凭条放行。',
        measure: '立案查处，清退所收款项，轮换全部值勤人员。',
        result: '已立案查处，值勤人员已轮换，款项已追缴。',
        units: ['jtj', 'glj', 'gaj'],
        disorder: 'fee',
      },
      {
        title: '{place}停车场强制收取保管费',
        content: '暂扣车辆被要求停入{place}指定停车场，按天收取保管费{30-80}元，无收费依据。',
        measure: '停止收费，暂扣车辆保管费由执法单位承担，退还已收费用。',
        result: '收费已停止，已退还{10-45}名司机。',
        units: ['gaj', 'jtj'],
        disorder: 'fee',
      },
      {
        title: '{place}强制货车购买反光标识',
        content: '{place}要求过往货车购买反光标识，每套{40-120}元，不买不放行。',
        measure: '停止强制销售，退还费用，查清供货关系。',
        result: '强制销售已停止，费用已退还，供货关系已查清处理。',
        units: ['gaj'],
        disorder: 'fee',
      },
    ],
  },
  '5': {
    weight: 45,
    places: { county: quarters, central: quarters },
    foundBy: ['网格巡查', '数字城管上报', '联合执法检查', '市民热线', '媒体曝光'],
    days: [12, 38],
    matters: [
      {
        title: '{place}占道经营摊点回潮',
        content: '{place}{早市|夜市}占用人行道经营摊点{12-46}处，疏导点闲置。',
        measure: '疏导进点经营，定人定段值守，错时执法。',
        result: '摊点已进入疏导点，路段实行定人值守。',
        units: ['cgj'],
      },
      {
        title: '{place}建筑工地扬尘污染路面',
        content: '{place}在建工地未设冲洗设施，渣土车带泥上路{200-900}米。',
        measure: '停工整改，配齐冲洗和覆盖设施，验收后复工。',
        result: '冲洗设施已安装，裸土已覆盖，验收合格后复工。',
        units: ['zjj', 'hbj'],
      },
      {
        title: '{place}背街小巷垃圾积存',
        content: '{place}背街小巷{3-11}处垃圾积存点，清运不及时，群众反映强烈。',
        measure: '集中清运，增设果皮箱，纳入日常保洁。',
        result: '积存垃圾已清运，保洁员已定岗。',
        units: ['cgj'],
      },
      {
        title: '{place}下水道堵塞污水外溢',
        content: '{place}雨污管网堵塞{60-280}米，污水外溢，雨天积水{15-40}厘米。',
        measure: '清淤疏通，更换破损管道，落实管护责任。',
        result: '管道已疏通更换，雨后复查无积水。',
        units: ['cgj', 'slj'],
      },
      {
        title: '{place}违法建设未拆除',
        content: '{place}临街搭建{2-9}处约{60-420}平方米，多次告知未拆除。',
        measure: '下达限期拆除通知，逾期依法组织拆除。',
        result: '{当事人自行拆除|已依法拆除}，场地已清理。',
        units: ['cgj'],
      },
      {
        title: '{place}户外广告设置杂乱',
        content: '{place}未经审批的户外广告{14-60}处，部分存在安全隐患。',
        measure: '限期拆除未批广告，统一设置规范。',
        result: '未批广告已拆除，门头牌匾已规范。',
        units: ['cgj'],
      },
      {
        title: '{place}机动车乱停放堵塞通道',
        content: '{place}高峰时段违法停车{20-75}辆，堵塞非机动车道和消防通道。',
        measure: '施划泊位，增设隔离设施，高峰时段定点疏导。',
        result: '泊位已施划，隔离设施已安装，通行恢复正常。',
        units: ['gaj', 'cgj'],
      },
      {
        title: '{place}餐饮门店油烟直排',
        content: '{place}{3-14}家餐饮门店未安装或不使用油烟净化设施。',
        measure: '限期安装净化设施，定期清洗并留存记录。',
        result: '净化设施已安装使用，检测达标。',
        units: ['hbj', 'cgj'],
      },
    ],
  },
};

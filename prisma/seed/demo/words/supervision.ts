/** Wording of the supervision tasks: what was asked of whom. Slots as in `fill`. 示例数据: none of it stands in the document. */
export interface TaskWords {
  title: string;
  leadUnitId: string;
  assistUnitIds?: readonly string[];
  /** What counts as done. */
  standard: string;
  /** What the unit reports when it is done. */
  answer: string;
}

export const taskWords: readonly TaskWords[] = [
  {
    title: '主城区乐山路、文明路占道经营集中整治',
    leadUnitId: 'cgj',
    assistUnitIds: ['gaj', '411702'],
    standard: '重点路段占道摊点全部清退入市，连续{10-20}天巡查无反弹。',
    answer: '清退占道摊点{60-180}处，设置疏导点{2-5}处，已纳入日常巡查。',
  },
  {
    title: '中心城区建筑工地扬尘污染防治',
    leadUnitId: 'hbj',
    assistUnitIds: ['zjj', 'cgj'],
    standard: '在建工地围挡、冲洗、覆盖全部到位，渣土车密闭运输。',
    answer: '检查工地{30-70}处，下达整改通知{8-25}份，停工整改{2-6}处，均已复查合格。',
  },
  {
    title: '秋季学期城区小学大班额化解方案',
    leadUnitId: 'jyj',
    assistUnitIds: ['czj', '411702'],
    standard: '开学前拿出分学校的化解方案，新增学位{1200-2600}个。',
    answer: '新增学位{1200-2600}个，起始年级班额全部控制在56人以内。',
  },
  {
    title: '农村饮水安全工程水质达标情况核查',
    leadUnitId: 'slj',
    assistUnitIds: ['wsj'],
    standard: '对已建成的集中供水工程逐处检测，不达标的列出整改时限。',
    answer: '检测集中供水工程{90-160}处，{4-12}处消毒设施已更换，复检合格。',
  },
  {
    title: '拖欠农民工工资问题排查化解',
    leadUnitId: 'rsj',
    assistUnitIds: ['zjj', 'gaj'],
    standard: '在建项目逐个过筛，拖欠工资全部兑付或落实垫付。',
    answer: '排查在建项目{80-150}个，为{120-460}名农民工追回工资{180-920}万元。',
  },
  {
    title: '行政审批事项清理和前置条件精简',
    leadUnitId: 'bb',
    assistUnitIds: ['fzb', 'xzfw'],
    standard: '市本级审批事项再精简{10-20}%以上，清理结果向社会公布。',
    answer: '取消、下放审批事项{20-48}项，精简前置条件{30-80}项，清单已公布。',
  },
  {
    title: '供地项目闲置土地清查处置',
    leadUnitId: 'gtj',
    assistUnitIds: ['ghj'],
    standard: '逐宗认定闲置原因，拿出收回、限期开工或收费的处置意见。',
    answer: '清查闲置土地{12-30}宗，收回{2-6}宗，限期开工{6-18}宗。',
  },
  {
    title: '危险化学品企业安全隐患整改',
    leadUnitId: 'ajj',
    assistUnitIds: ['gaj', 'hbj'],
    standard: '重大隐患全部挂牌，整改责任、措施、资金、时限、预案五落实。',
    answer: '检查企业{40-90}家，发现隐患{160-260}处，已整改{110-155}处，其余停产整改。',
  },
  {
    title: '校园周边食品摊点专项整治',
    leadUnitId: 'syj',
    assistUnitIds: ['jyj', 'cgj'],
    standard: '校门口100米内无证摊点全部取缔，在校学生集中用餐单位全部建档。',
    answer: '取缔无证摊点{40-120}个，立案{3-11}起，学校食堂全部建档。',
  },
  {
    title: '国省干线超限超载治理',
    leadUnitId: 'jtj',
    assistUnitIds: ['gaj', 'glj'],
    standard: '超限率控制在{2-4}%以内，源头企业全部签订责任书。',
    answer: '查处超限车辆{300-900}台次，源头企业{40-70}家签订责任书，超限率降至{1-3}%。',
  },
  {
    title: '重点项目征迁遗留问题化解',
    leadUnitId: '411702',
    assistUnitIds: ['gtj', 'zjj'],
    standard: '遗留户逐户明确包户责任人，补偿、安置方案上墙公示。',
    answer: '遗留{18-46}户全部签约，其中{12-30}户已搬迁，公示期内无异议。',
  },
  {
    title: '市区背街小巷路灯和下水道修缮',
    leadUnitId: 'cgj',
    assistUnitIds: ['411702'],
    standard: '{15-30}条背街小巷亮灯率达到98%以上，积水点全部消除。',
    answer: '修复路灯{160-420}盏，疏通管网{5-14}公里，积水点{6-15}处全部消除。',
  },
  {
    title: '小麦最低收购价政策落实情况检查',
    leadUnitId: 'lsj',
    assistUnitIds: ['fgw', 'nyj'],
    standard: '收购网点全覆盖检查，压级压价、打白条问题零容忍。',
    answer: '检查收购网点{90-180}个，纠正压级压价{3-9}起，售粮款全部当日结清。',
  },
  {
    title: '市级财政专项资金结余清理',
    leadUnitId: 'czj',
    assistUnitIds: ['sjj'],
    standard: '两年以上结余全部收回，当年资金支付进度与时间进度同步。',
    answer: '收回结余资金{2600-7800}万元，当年专项资金支付进度{70-82}%。',
  },
  {
    title: '农村危房改造进度滞后县区督办',
    leadUnitId: 'zjj',
    assistUnitIds: ['czj', 'mzj'],
    standard: '开工率达到100%，竣工率达到{60-80}%，补助资金打卡到户。',
    answer: '开工率100%，竣工率{62-85}%，补助资金已打卡到户。',
  },
  {
    title: '高考期间噪声和交通管控方案落实',
    leadUnitId: 'gaj',
    assistUnitIds: ['hbj', 'jyj'],
    standard: '考点周边{200|300|500}米内工地夜间停工，交通分流方案提前公布。',
    answer: '停工工地{20-45}处，考点周边未发生噪声投诉和交通拥堵。',
  },
  {
    title: '产业集聚区标准化厂房闲置问题',
    leadUnitId: 'gxj',
    assistUnitIds: ['cyjjq', 'swj'],
    standard: '摸清闲置面积和原因，三个月内入驻率提高{10-20}个百分点。',
    answer: '闲置标准化厂房{3-9}万平方米，新签约入驻企业{6-15}家，入驻率提高{10-19}个百分点。',
  },
  {
    title: '乡镇卫生院药品采购和村医补助核查',
    leadUnitId: 'wsj',
    assistUnitIds: ['czj'],
    standard: '采购目录外用药全部清退，村医补助足额发放到人。',
    answer: '核查卫生院{60-120}所，补发村医补助{80-260}万元，目录外用药全部清退。',
  },
  {
    title: '“十一”黄金周景区安全和服务质量检查',
    leadUnitId: 'lvyj',
    assistUnitIds: ['ajj', 'gsj'],
    standard: 'A级景区全覆盖，索道、水上项目逐台检测。',
    answer: '检查景区{12-24}家，整改隐患{15-38}处，投诉电话24小时值守。',
  },
  {
    title: '西平县城区集中供水断水问题',
    leadUnitId: '411721',
    assistUnitIds: ['slj'],
    standard: '查明断水原因，{7-15}个工作日内恢复稳定供水。',
    answer: '更换老化管网{3-8}公里，二次加压泵站投入使用，供水恢复正常。',
  },
  {
    title: '上蔡县乡镇敬老院消防隐患整改',
    leadUnitId: '411722',
    assistUnitIds: ['mzj', 'gaj'],
    standard: '消防设施、疏散通道逐院达标，入住老人台账齐全。',
    answer: '改造敬老院{8-18}所，配齐灭火器材，消防验收合格。',
  },
  {
    title: '平舆县皮革园区污水处理厂稳定运行',
    leadUnitId: '411723',
    assistUnitIds: ['hbj'],
    standard: '出水连续{30|45|60}天达标，在线监测联网。',
    answer: '提标改造完成，出水连续达标，在线监测已联网。',
  },
  {
    title: '正阳县秸秆禁烧责任落实',
    leadUnitId: '411724',
    assistUnitIds: ['hbj', 'nyj'],
    standard: '卫星遥感火点为零，秸秆综合利用率达到{82-90}%。',
    answer: '组建巡查队{120-260}支，遥感火点为零，秸秆还田面积{60-110}万亩。',
  },
  {
    title: '确山县废弃矿山治理复绿',
    leadUnitId: '411725',
    assistUnitIds: ['gtj', 'lyj'],
    standard: '年底前完成{600-1500}亩复绿，边坡稳定。',
    answer: '完成复绿{620-1480}亩，验收合格。',
  },
  {
    title: '泌阳县农村公路断头路连通',
    leadUnitId: '411726',
    assistUnitIds: ['jtj'],
    standard: '列入计划的{12-26}条断头路全部开工，{6-15}条建成通车。',
    answer: '建成通车{7-18}条，其余路基已完成。',
  },
  {
    title: '汝南县城乡居民医保异地报销周期过长',
    leadUnitId: '411727',
    assistUnitIds: ['rsj', 'wsj'],
    standard: '报销周期压缩到{15|20}个工作日以内，窗口一次性告知。',
    answer: '增设报销窗口{2-4}个，平均周期{11-15}个工作日。',
  },
  {
    title: '遂平县城区集贸市场退路进厅',
    leadUnitId: '411728',
    assistUnitIds: ['cgj', 'gsj'],
    standard: '马路市场全部取缔，新市场入驻率{75-90}%以上。',
    answer: '取缔马路市场{2-5}处，新市场入驻率{78-93}%。',
  },
  {
    title: '新蔡县防汛薄弱堤段加固',
    leadUnitId: '411729',
    assistUnitIds: ['slj'],
    standard: '主汛期前完成{3-9}处险工险段加固，物资到位。',
    answer: '加固险工险段{4-10}处，储备防汛物资{120-380}万元。',
  },
  {
    title: '商品房预售资金监管漏洞',
    leadUnitId: 'fgj',
    assistUnitIds: ['zjj'],
    standard: '在售楼盘预售资金全部纳入监管账户，差额限期补足。',
    answer: '纳入监管楼盘{38-66}个，补足差额{1800-5600}万元。',
  },
  {
    title: '信访积案领导包案化解',
    leadUnitId: 'xfj',
    assistUnitIds: ['gaj', 'fzb'],
    standard: '列出{30-60}件积案清单，包案领导约访率100%。',
    answer: '化解积案{22-48}件，其余纳入依法终结程序。',
  },
];

/** Instructions, in a leader's words. */
export const instructionWords: readonly string[] = [
  '请{unit}牵头，抓紧研究办理，{10-25}日内报结果。',
  '此事群众反映强烈，请{unit}主要负责同志亲自过问，限期解决。',
  '请{unit}会同有关单位拿出方案，报市政府审定后实施。',
  '同意。请{unit}牢牢盯住不放，督查室跟踪督办。',
  '请{unit}举一反三，全面排查，建立长效机制。',
];

/** Meetings, inspections and documents, as a ledger names them. */
export const sourceNames: Readonly<Record<string, readonly string[]>> = {
  instruction: ['领导批示件〔2014〕第{20-160}号'],
  meeting: ['市政府第{18-32}次常务会议', '{全市重点项目推进会|全市经济运行分析会|全市安全生产会议|活动领导小组第{2-5}次会议}'],
  inspection: ['{5|6|7|8}月份效能督查', '市政府督查室实地督查'],
  document: ['驻政〔2014〕{30-62}号', '驻政办〔2014〕{40-110}号'],
};

/** Duty posts, as written. */
export const taskDutyPeople = ['办公室主任', '业务科长', '专项办主任', '分管副职', '牵头科室负责人'];

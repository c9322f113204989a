/** Wording of the efficiency complaints, by class code. `{m}` is a matter of the unit complained of. */
export interface ComplaintWords {
  weight: number;
  /** Only about units that enforce the law. */
  enforcersOnly?: true;
  /** Not about windows of the service hall. */
  notWindows?: true;
  reports: readonly Report[];
}

interface Report {
  title: string;
  facts: string;
  /** Only of matters like this. */
  fits?: RegExp;
}

const applications = /办理|审批|许可|登记|申报|备案|核准|预审|申领|报销|参保|转移|评审|认定|校验|注册|发证|年检|年审|资质|批复|核名|出具/;
const payments = /补助|补贴|发放|低保|报销|退还|拨付|奖励|申领|补偿|兑现|缴纳/;

export const complaintWords: Readonly<Record<string, ComplaintWords>> = {
  '1': {
    weight: 24,
    reports: [
      {
        title: '{m}要求提供办事指南以外的材料',
        facts: '来电反映，办理{m}时经办人员先后{2-4}次要求补充办事指南以外的材料，每次说法不同，至今未受理。',
        fits: applications,
      },
      { title: '{m}被反复退件', facts: '反映{m}材料被退回{2-5}次，每次只指出一处问题，未一次性告知。', fits: applications },
      { title: '{m}既不受理也不说明理由', facts: '反映提交{m}申请{10-40}个工作日未获答复，也未告知不受理的原因。' },
      { title: '{m}指定中介机构出具报告', facts: '反映{m}被要求到指定机构出具报告，收费{300-4800}元，认为不合规定。' },
      { title: '{m}收件后不出具受理凭证', facts: '反映{m}经办人员收取全部材料后不出具回执，再次查询时称材料找不到。', fits: applications },
      { title: '{m}前后标准不一', facts: '反映同样情况的{m}，{上月|去年}能办、现在不能办，经办人员说不出依据。' },
    ],
  },
  '2': {
    weight: 26,
    reports: [
      { title: '{m}超过承诺时限未办结', facts: '反映{m}公示承诺{5|7|10|15}个工作日办结，实际{20-60}天仍未办好。' },
      { title: '{m}岗位工作时间无人在岗', facts: '反映在工作时间前往咨询{m}，岗位空岗近{30-80}分钟，无人替岗。' },
      { title: '{m}承诺上门服务未兑现', facts: '反映电话预约{m}上门服务，约定{2-3}次均未前来，也未说明。' },
      { title: '{m}咨询电话无人接听', facts: '反映公示的{m}咨询电话连续{2-5}天无人接听。' },
      { title: '{m}一次性告知不到位，往返多次', facts: '反映为{m}往返{3-6}趟，每次都被告知还缺材料，未一次性告知。' },
      { title: '{m}中午提前下班、停止服务', facts: '反映{m}岗位上午{11点20分|11点半}即停止接待，与公示的服务时间不符。' },
    ],
  },
  '3': {
    weight: 18,
    enforcersOnly: true,
    notWindows: true,
    reports: [
      { title: '{m}人员未出示执法证件', facts: '反映{m}人员未出示执法证件即要求缴纳罚款{200-5000}元。' },
      { title: '{m}罚款不开具票据', facts: '反映因{m}被罚款{200-3000}元，未开具正式票据，也未出具处罚决定书。' },
      { title: '{m}暂扣物品不出具清单', facts: '反映{m}过程中暂扣经营工具，未出具清单，多次索要未还。' },
      { title: '{m}人员言语粗暴', facts: '反映{m}人员态度粗暴，与当事人发生争执，影响恶劣。' },
      { title: '{m}一事多罚', facts: '反映因同一事由一个月内被处罚{2-3}次，认为{m}处罚不当。' },
      { title: '{m}检查过于频繁，影响正常经营', facts: '反映半个月内以{m}为由上门检查{3-6}次，每次人员不同、要求不一。' },
    ],
  },
  '4': {
    weight: 32,
    reports: [
      { title: '{m}问题长期无人处理', facts: '反映就{m}问题向该单位反映{2-5}次，均答复“正在研究”，至今未解决。' },
      { title: '{m}诉求被来回推诿', facts: '反映{m}诉求被各科室来回推诿，{2-4}次上门均无人受理。' },
      { title: '举报{m}违规行为后无反馈', facts: '反映举报{m}中的违规行为{20-60}天后未见查处，也未收到书面答复。' },
      { title: '{m}迟迟不到位', facts: '反映符合条件，{m}涉及的{300-6000}元至今未到账，也不说明原因。', fits: payments },
      { title: '{m}人员不作为', facts: '反映{m}人员接到求助后{2-8}天未到现场，问题越拖越大。' },
      { title: '{m}处理结果明显不公', facts: '反映{m}处理时厚此薄彼，相邻两户情况相同、结果不同。' },
      { title: '{m}信访答复与事实不符', facts: '反映关于{m}的书面答复与现场情况不符，要求重新调查。' },
    ],
  },
};

export const sanctions: Readonly<Record<'TRUE' | 'PARTLY_TRUE', readonly string[]>> = {
  TRUE: [
    '责令限期办结，对经办人诫勉谈话',
    '通报批评，责令单位作出书面检查',
    '对责任人调离窗口岗位',
    '责令退还违规收取的费用，给予效能告诫',
    '对科室负责人诫勉谈话，扣减单位效能考核分',
    '移交纪检监察机关进一步调查',
  ],
  PARTLY_TRUE: ['批评教育，责令改进', '责令当面向投诉人说明情况', '提醒谈话，完善一次性告知制度', '责令单位整改并报告'],
};

export const dutyOffices = ['效能投诉中心主任', '监察室主任', '办公室主任', '纪检组副组长', '信访科科长'];

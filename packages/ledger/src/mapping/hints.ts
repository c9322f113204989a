/**
 * Words under which other systems keep what a column of ours holds. They only preselect a guess for a person to look at: as synonyms they
 * would be taken unasked, which is too much for words that mean other things elsewhere. By column key, whatever the register.
 */
export const hints: Readonly<Record<string, readonly string[]>> = {
  title: ['主题', '标题', '题目', '信件标题', '留言标题', '诉求标题', '名称'],
  facts: ['详情', '内容', '正文', '留言内容', '信件内容', '来信内容', '诉求内容', '详细内容', '问题描述', '描述', '反映事项'],
  content: ['详情', '内容', '正文', '留言内容', '信件内容', '来信内容', '诉求内容', '详细内容', '描述', '反映事项'],
  externalNumber: ['留言编号', '信件编号', '工单编号', '来件编号', '流水号', '受理号', '单号'],
  complainantName: ['用户', '网友', '用户名', '昵称', '留言人', '来信人', '来电人', '反映人', '写信人', '诉求人', '姓名'],
  raiserName: ['用户', '网友', '用户名', '昵称', '网名', '来信人', '来电人', '写信人', '诉求人', '留言者'],
  raiserPhone: ['手机', '手机号码', '来电号码', '电话号码', '联系人电话'],
  complainantPhone: ['手机', '手机号码', '来电号码', '电话号码', '联系人电话'],
  complainantAddress: ['家庭住址', '详细地址', '居住地'],
  receivedOn: ['时间', '日期', '留言时间', '来信时间', '来电时间', '提交时间', '写信日期', '发表时间', '登记时间'],
  raisedOn: ['时间', '日期', '留言时间', '来信时间', '来电时间', '提交时间', '写信日期', '发表时间', '登记时间'],
  answer: ['答复', '回复', '答复内容', '回复内容', '答复意见', '办理结果'],
  answeredOn: ['答复时间', '回复时间', '答复日期', '反馈时间'],
  leadUnitId: ['答复单位', '回复单位', '答复部门', '回复部门', '处理单位', '处理部门', '办理部门', '转办单位', '责任部门', '承办部门'],
  complainedUnitId: ['被投诉人', '投诉对象', '涉及单位', '被反映单位', '诉求对象'],
  category: ['分类', '类型', '信件类型', '留言类型'],
  channel: ['来源渠道', '信件来源', '来信渠道', '来电渠道'],
  countyId: ['区县', '县市区', '地区', '辖区', '所属区域'],
  dueOn: ['截止日期', '截止时间', '要求完成时间', '时限'],
  dutyPerson: ['联系人', '负责人', '承办人'],
  people: ['联名人数', '参与人数'],
};

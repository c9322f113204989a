import type {
  Finding,
  HandlingMode,
  ItemState,
  Level,
  ProblemOrigin,
  ProblemSubject,
  RectificationClass,
  RectificationTerm,
  Satisfaction,
  WorkNature,
  ZeroContactKind,
} from '@duban/rules/vocabulary';
import type { Choice } from '../column.ts';

type Choices<V extends string> = readonly (Choice & { readonly value: V })[];

export const problemSubjectChoices = [
  { value: 'LEADERSHIP_TEAM', label: '班子', labelEn: 'Leadership team', synonyms: ['领导班子', '班子问题', '班子集体'] },
  { value: 'INDIVIDUAL', label: '个人', labelEn: 'Individual', synonyms: ['个人问题', '班子成员', '干部个人'] },
] as const satisfies Choices<ProblemSubject>;

export const rectificationTermChoices = [
  { value: 'IMMEDIATE', label: '立行立改', labelEn: 'At once', synonyms: ['立即整改', '立改'] },
  { value: 'BY_DEADLINE', label: '限期整改', labelEn: 'By a deadline', synonyms: ['限期', '限期改'] },
  { value: 'LONG_TERM', label: '长期坚持', labelEn: 'Long term', synonyms: ['长期', '长期整改'] },
] as const satisfies Choices<RectificationTerm>;

export const rectificationClassChoices = [
  { value: 'NOT_STARTED', label: '未启动', labelEn: 'Not started', synonyms: ['尚未启动', '未整改', '未开展'] },
  { value: 'PARTLY', label: '部分到位', labelEn: 'Partly rectified', synonyms: ['部分整改到位', '正在整改', '整改中'] },
  { value: 'DONE', label: '到位', labelEn: 'Rectified', synonyms: ['整改到位', '已到位', '已整改', '全部到位'] },
] as const satisfies Choices<RectificationClass>;

export const satisfactionChoices = [
  { value: 'VERY_SATISFIED', label: '很满意', labelEn: 'Very satisfied', synonyms: ['非常满意', '十分满意'] },
  { value: 'SATISFIED', label: '满意', labelEn: 'Satisfied' },
  { value: 'BASICALLY_SATISFIED', label: '基本满意', labelEn: 'Basically satisfied', synonyms: ['较满意', '比较满意'] },
  { value: 'DISSATISFIED', label: '不满意', labelEn: 'Dissatisfied', synonyms: ['不太满意'] },
  { value: 'VERY_DISSATISFIED', label: '很不满意', labelEn: 'Very dissatisfied', synonyms: ['非常不满意', '极不满意'] },
] as const satisfies Choices<Satisfaction>;

export const levelChoices = [
  { value: 'CITY', label: '市级', labelEn: 'City', synonyms: ['市', '市定', '市级难题'] },
  { value: 'DEPARTMENT', label: '部门级', labelEn: 'Department', synonyms: ['部门', '市直部门', '市直', '部门级难题'] },
  { value: 'COUNTY', label: '县级', labelEn: 'County', synonyms: ['县', '县区', '县区级', '县级难题'] },
] as const satisfies Choices<Level>;

export const zeroContactKindChoices = [
  {
    value: 'LAND_WITH_RESIDENTS',
    label: '企业与群众',
    labelEn: 'Land: firm met residents',
    synonyms: ['用地零接触', '企业与群众接触', '征地'],
  },
  {
    value: 'APPROVAL_WITH_DEPARTMENTS',
    label: '企业与审批部门',
    labelEn: 'Approvals: firm met departments',
    synonyms: ['审批零接触', '企业与部门', '企业与部门接触', '审批'],
  },
] as const satisfies Choices<ZeroContactKind>;

export const workNatureChoices = [
  { value: 'BUILD', label: '建设类', labelEn: 'Construction', synonyms: ['建设', '工程类', '工程'] },
  { value: 'BENEFIT', label: '惠民类', labelEn: 'Benefit', synonyms: ['惠民', '补贴类', '补助类', '服务类'] },
] as const satisfies Choices<WorkNature>;

export const handlingModeChoices = [
  { value: 'OWN', label: '自办', labelEn: 'Handled by inspection', synonyms: ['直接办理', '直办', '直查'] },
  { value: 'REFER', label: '转办', labelEn: 'Referred', synonyms: ['转送', '转交'] },
  { value: 'ASSIGN', label: '交办', labelEn: 'Assigned', synonyms: ['督办', '交办件'] },
] as const satisfies Choices<HandlingMode>;

export const findingChoices = [
  { value: 'TRUE', label: '属实', labelEn: 'True', synonyms: ['情况属实', '基本属实'] },
  { value: 'PARTLY_TRUE', label: '部分属实', labelEn: 'Partly true', synonyms: ['部分'] },
  { value: 'UNTRUE', label: '不属实', labelEn: 'Untrue', synonyms: ['失实', '不实'] },
] as const satisfies Choices<Finding>;

export const problemOriginChoices = [
  { value: 'ASKED_FOR', label: '征求意见', labelEn: 'Asked for', synonyms: ['征求到的意见', '群众反映', '征求群众意见', '群众意见'] },
  { value: 'SELF_FOUND', label: '自身查找', labelEn: 'Found by the unit', synonyms: ['自查', '自身查摆', '查找发现', '单位查找'] },
] as const satisfies Choices<ProblemOrigin>;

export const stateChoices = [
  { value: 'DRAFT', label: '草拟', labelEn: 'Draft', synonyms: ['拟稿'] },
  { value: 'PENDING_APPROVAL', label: '待审', labelEn: 'Pending approval', synonyms: ['待审批', '待审核'] },
  { value: 'ASSIGNED', label: '已交办', labelEn: 'Assigned', synonyms: ['交办'] },
  { value: 'SIGNED', label: '已签收', labelEn: 'Signed for', synonyms: ['签收'] },
  { value: 'IN_PROGRESS', label: '办理中', labelEn: 'In progress', synonyms: ['在办', '正在办理', '推进中', '整改中'] },
  { value: 'REPORTED', label: '已反馈', labelEn: 'Reported', synonyms: ['反馈', '已上报'] },
  { value: 'UNDER_REVIEW', label: '审核中', labelEn: 'Under review', synonyms: ['审核'] },
  { value: 'REWORK', label: '退回重办', labelEn: 'Sent back for rework', synonyms: ['重办', '二次交办'] },
  { value: 'CLOSED', label: '已办结', labelEn: 'Closed', synonyms: ['办结', '已完成', '完成'] },
  { value: 'CALL_BACK', label: '回访', labelEn: 'Call-back', synonyms: ['回访中'] },
  { value: 'WRITTEN_OFF', label: '销号', labelEn: 'Written off', synonyms: ['已销号'] },
  { value: 'RETURNED', label: '退回', labelEn: 'Returned', synonyms: ['已退回'] },
  { value: 'SUSPENDED', label: '中止', labelEn: 'Suspended', synonyms: ['已中止', '暂停'] },
  { value: 'MERGED', label: '已合并', labelEn: 'Merged', synonyms: ['合并'] },
  { value: 'REFUSED', label: '不予受理', labelEn: 'Not taken on', synonyms: ['未受理', '不受理'] },
  { value: 'WITHDRAWN', label: '已撤回', labelEn: 'Withdrawn', synonyms: ['撤回', '撤诉', '撤销投诉'] },
] as const satisfies Choices<ItemState>;

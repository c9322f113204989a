import type { TransitionRefusal } from '@duban/rules/item-states';
import type { ItemState } from '@duban/rules/vocabulary';
import { ActRefusedError } from '../../../graphql/errors.ts';

/** States as an official reads them, for sentences of refusal. */
const stateNames: Record<ItemState, string> = {
  DRAFT: '草拟',
  PENDING_APPROVAL: '待审',
  ASSIGNED: '已交办',
  SIGNED: '已签收',
  IN_PROGRESS: '办理中',
  REPORTED: '已反馈',
  UNDER_REVIEW: '审核中',
  REWORK: '退回重办',
  CLOSED: '已办结',
  CALL_BACK: '回访中',
  WRITTEN_OFF: '已销号',
  RETURNED: '已退回',
  SUSPENDED: '已中止',
  MERGED: '已合并',
  REFUSED: '不予受理',
  WITHDRAWN: '已撤回',
};

/** The sentence of a refusal by the state table. */
export function refusalError(refusal: TransitionRefusal): ActRefusedError {
  return new ActRefusedError(refusal.refused, sentenceOf(refusal));
}

function sentenceOf(refusal: TransitionRefusal): string {
  switch (refusal.refused) {
    case 'NOT_FROM_THIS_STATE':
      return `事项目前为“${refusal.state ? stateNames[refusal.state] : '未建立'}”，不能进行此项操作。`;
    case 'RETURNS_USED_UP':
      return `退回次数已用完（${refusal.used}/${refusal.allowed} 次），不能再退回。确有困难的，请向督查部门书面说明。`;
    case 'FORCED_ASSIGNMENT':
      return '此事项为指定承办，不能退回。';
    case 'EXPIRED':
      return `办理时限（${refusal.dueOn}）已过，不能再申请延期。`;
    case 'EXTENSION_ALREADY_ASKED':
      return '已申请延期，正在等待批复。';
    case 'NO_EXTENSION_ASKED':
      return '没有待批复的延期申请。';
    case 'NOT_SIGNED_OFF':
      return '反馈尚未经单位负责人签发，不能受理审核。';
    case 'ALREADY_SIGNED_OFF':
      return '此反馈您已签发，或签发手续已经完成。';
    case 'CALL_BACK_FIRST':
      return '这类事项须先回访，才能销号。';
    case 'DISSATISFIED':
      return '回访结果为不满意，不能销号，请二次交办。';
    case 'NOT_CALLED_BACK':
      return '请先填写回访结果。';
    case 'COMPLAINT':
      return '投诉件由受理机构受理后交办，不能直接报审或交办。';
    case 'NOT_ANSWERED':
      return '还有投诉人或反映人没有答复，请先答复，再转回访。';
  }
}

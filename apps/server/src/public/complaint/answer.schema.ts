import { findings, openEnded, satisfactions } from '@duban/rules/vocabulary';
import { type AnswerPage, complaintStages } from '../../modules/complaint/answer-page.ts';
import {
  rateByComplainant,
  reopenByComplainant,
  supplementByComplainant,
  withdrawByComplainant,
} from '../../modules/complaint/complainant-acts.ts';
import { filesOf, longest } from '../../modules/complaint/judge-complaint.ts';
import { shownCode } from '../../modules/complaint/query-code.ts';
import type { TextFields } from '../../modules/complaint/text-fields.ts';
import { builder, type PublicContext } from '../builder.ts';
import {
  answered,
  InputErrorType,
  NotPossibleType,
  Refused,
  TooManyRequestsType,
  typeOfRefusal,
  UnknownComplaintType,
} from '../errors.schema.ts';
import { actOnOwn, openOwn, pageOf } from './own-complaint.ts';

const ComplaintStageType = builder.enumType('ComplaintStage', { values: complaintStages });
const FindingType = builder.enumType('Finding', { values: findings, description: '属实, 部分属实, 不属实.' });
const GradeType = builder.enumType('Grade', { values: satisfactions, description: 'From 很满意 to 很不满意.' });

const SupplementType = builder.objectRef<AnswerPage['supplements'][number]>('Supplement').implement({
  description: 'What was added later.',
  fields: (t) => ({
    at: t.string({ description: 'ISO instant, UTC.', resolve: ({ at }) => at.toISOString() }),
    text: t.exposeString('text'),
  }),
});

const AnswerStepType = builder.objectRef<AnswerPage['steps'][number]>('AnswerStep').implement({
  description: 'A milestone with its day, for a timeline.',
  fields: (t) => ({ step: t.expose('step', { type: ComplaintStageType }), on: t.expose('on', { type: 'Day' }) }),
});

const ComplaintAnswerType = builder.objectRef<AnswerPage>('ComplaintAnswer').implement({
  description: 'What the complainant may read of their own complaint: no names of staff, nothing that others wrote inside.',
  fields: (t) => ({
    code: t.string({ description: 'Query code, in groups.', resolve: ({ code }) => shownCode(code) }),
    stage: t.expose('stage', { type: ComplaintStageType }),
    receivedOn: t.expose('receivedOn', { type: 'Day' }),
    facts: t.exposeString('facts', { description: 'Own words, as sent; empty once they were erased.' }),
    wish: t.exposeString('wish', { nullable: true }),
    supplements: t.expose('supplements', { type: [SupplementType] }),
    acceptBy: t.expose('acceptBy', { type: 'Day', nullable: true }),
    acceptedOn: t.expose('acceptedOn', { type: 'Day', nullable: true }),
    refusalReason: t.exposeString('refusalReason', { nullable: true }),
    handledBy: t.exposeString('handledBy', { nullable: true, description: 'The unit that handles it.' }),
    dueOn: t.field({
      type: 'Day',
      nullable: true,
      description: 'Last day for finishing; null before it is taken on, and while the time stands still.',
      resolve: ({ dueOn }) => (dueOn === openEnded ? null : dueOn),
    }),
    finding: t.expose('finding', { type: FindingType, nullable: true }),
    measures: t.exposeString('measures', { nullable: true }),
    answer: t.exposeString('answer', { nullable: true }),
    answeredOn: t.expose('answeredOn', { type: 'Day', nullable: true }),
    grade: t.expose('grade', { type: GradeType, nullable: true }),
    steps: t.expose('steps', { type: [AnswerStepType], description: 'What was reached, in order.' }),
    canSupplement: t.exposeBoolean('canSupplement'),
    canWithdraw: t.exposeBoolean('canWithdraw'),
    canRate: t.exposeBoolean('canRate'),
    canReopen: t.exposeBoolean('canReopen'),
  }),
});

const OpenComplaintResult = builder.unionType('OpenComplaintResult', {
  types: [ComplaintAnswerType, UnknownComplaintType, InputErrorType, NotPossibleType, TooManyRequestsType],
  resolveType: (result) => (result instanceof Refused ? typeOfRefusal(result) : 'ComplaintAnswer'),
});

const ComplaintKeyInput = builder.inputType('ComplaintKey', {
  description: 'The query code in any writing, and the secret that the complainant chose.',
  fields: (t) => ({ code: t.string({ required: true }), secret: t.string({ required: true }) }),
});
const requestId = { required: true, description: 'Chosen by the browser: a repeat does nothing again.' } as const;
const SupplementInput = builder.inputType('SupplementInput', {
  fields: (t) => ({ requestId: t.string(requestId), text: t.string({ required: true }), fileIds: t.idList() }),
});
const ReasonInput = builder.inputType('ReasonInput', {
  fields: (t) => ({ requestId: t.string(requestId), reason: t.string({ required: true }) }),
});
const RateInput = builder.inputType('RateInput', {
  fields: (t) => ({ requestId: t.string(requestId), grade: t.field({ type: GradeType, required: true }) }),
});

const reasonOf = (reason: string) => (fields: TextFields) => fields.text('reason', reason, { most: longest.wish, required: true }) ?? '';
const page = (context: PublicContext, act: () => Promise<AnswerPage>) => answered(context, act) as Promise<AnswerPage>;

builder.mutationFields((t) => ({
  openComplaint: t.field({
    type: OpenComplaintResult,
    description: 'The answer page. Wrong code and wrong secret answer the same, after the same time.',
    args: { key: t.arg({ type: ComplaintKeyInput, required: true }) },
    resolve: (_root, { key }, context) => page(context, async () => pageOf(await openOwn(key, context))),
  }),
  supplementComplaint: t.field({
    type: OpenComplaintResult,
    args: { key: t.arg({ type: ComplaintKeyInput, required: true }), input: t.arg({ type: SupplementInput, required: true }) },
    resolve: (_root, { key, input: { requestId: id, text, fileIds } }, context) => {
      const judge = (fields: TextFields) => ({
        words: fields.text('text', text, { most: longest.facts, required: true }) ?? '',
        files: filesOf(fields, fileIds),
      });
      return page(context, () =>
        actOnOwn(key, id, context, 'supplementComplaint', judge, (tx, complaintId, { words, files }) =>
          supplementByComplainant(tx, complaintId, words, files, id),
        ),
      );
    },
  }),
  withdrawComplaint: t.field({
    type: OpenComplaintResult,
    args: { key: t.arg({ type: ComplaintKeyInput, required: true }), input: t.arg({ type: ReasonInput, required: true }) },
    resolve: (_root, { key, input: { requestId: id, reason } }, context) =>
      page(context, () =>
        actOnOwn(key, id, context, 'withdrawComplaint', reasonOf(reason), (tx, complaintId, words) =>
          withdrawByComplainant(tx, complaintId, words, id),
        ),
      ),
  }),
  rateComplaint: t.field({
    type: OpenComplaintResult,
    args: { key: t.arg({ type: ComplaintKeyInput, required: true }), input: t.arg({ type: RateInput, required: true }) },
    resolve: (_root, { key, input: { requestId: id, grade } }, context) =>
      page(context, () =>
        actOnOwn(
          key,
          id,
          context,
          'rateComplaint',
          () => grade,
          (tx, complaintId) => rateByComplainant(tx, complaintId, grade, id),
        ),
      ),
  }),
  reopenComplaint: t.field({
    type: OpenComplaintResult,
    description: 'Once, after a rating of DISSATISFIED or VERY_DISSATISFIED.',
    args: { key: t.arg({ type: ComplaintKeyInput, required: true }), input: t.arg({ type: ReasonInput, required: true }) },
    resolve: (_root, { key, input: { requestId: id, reason } }, context) =>
      page(context, () =>
        actOnOwn(key, id, context, 'reopenComplaint', reasonOf(reason), (tx, complaintId, words) =>
          reopenByComplainant(tx, complaintId, words, id),
        ),
      ),
  }),
}));

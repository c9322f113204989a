import type { AccountabilityEntry } from '../../gql/graphql.ts';
import type { RecordDetail } from './accountability-query.ts';

/** What the form of a record holds. */
export type RecordValues = {
  unitId: string;
  post: string;
  postLevel: string;
  administrativeHead: boolean;
  name: string;
  removeName: boolean;
  fact: string;
  rule: string;
  form: string;
  decidedBy: string;
  decidedOn: string | null;
  effect: string;
  effectUntil: string | null;
  itemNumber: string;
  enforcementRecord: string;
  source: string;
  /** Of a correction. */
  reason: string;
};

/** What the form begins with: a record to correct, or a new one that follows from an item. A name is never filled in. */
export function initialValues(record: RecordDetail | null, itemNumber: string): RecordValues {
  return {
    unitId: record?.unit.id ?? '',
    post: record?.post ?? '',
    postLevel: record?.postLevel ?? '',
    administrativeHead: record?.isAdministrativeHead ?? false,
    name: '',
    removeName: false,
    fact: record?.fact ?? '',
    rule: record?.rule ?? '',
    form: record?.form ?? '',
    decidedBy: record?.decidedBy ?? '',
    decidedOn: record?.decidedOn ?? null,
    effect: record?.effect ?? '',
    effectUntil: record?.effectUntil ?? null,
    itemNumber: record?.itemNumber ?? itemNumber,
    enforcementRecord: record?.enforcementRecord ?? '',
    source: record?.source ?? '',
    reason: '',
  };
}

const needed = ['unitId', 'post', 'postLevel', 'fact', 'rule', 'form', 'decidedBy', 'decidedOn'] as const;

/** Fields that must be filled and are not; `source` where nothing says what the record follows from. */
export function missingOf(values: RecordValues, isCorrection: boolean): (keyof RecordValues)[] {
  const isEmpty = (name: keyof RecordValues) => String(values[name] ?? '').trim() === '';
  return [
    ...needed.filter(isEmpty),
    ...((['itemNumber', 'enforcementRecord', 'source'] as const).every(isEmpty) ? (['source'] as const) : []),
    ...(isCorrection && isEmpty('reason') ? (['reason'] as const) : []),
  ];
}

/** The values as the server takes them; empty texts are absent. */
export function entryOf(values: RecordValues): AccountabilityEntry {
  const { unitId, post, postLevel, administrativeHead, removeName, fact, rule, form, decidedBy, decidedOn, effectUntil } = values;
  const optional = (text: string) => text.trim() || null;
  return {
    unitId,
    post,
    postLevel,
    administrativeHead,
    name: removeName ? null : optional(values.name),
    removeName,
    fact,
    rule,
    form,
    decidedBy,
    decidedOn: decidedOn ?? '',
    effect: optional(values.effect),
    effectUntil,
    itemNumber: optional(values.itemNumber),
    enforcementRecord: optional(values.enforcementRecord),
    source: optional(values.source),
  };
}

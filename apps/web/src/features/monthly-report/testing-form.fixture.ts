import type { FormField, FormRow, MonthlyForm } from './monthly-query.ts';

/** A cell of a form; `changes` says what differs from an asked, untouched text. */
export const fieldWith = (key: string, changes: Partial<FormField> = {}): FormField => ({
  __typename: 'MonthlyField',
  key,
  type: 'TEXT',
  label: 'STEP_OBSTACLE',
  line: '',
  unit: null,
  last: null,
  lastPeriodOn: null,
  plan: null,
  known: null,
  target: null,
  isAsked: true,
  isRequired: false,
  value: null,
  reason: null,
  confirmed: null,
  ...changes,
});

export const rowWith = (itemId: string, kind: FormRow['kind'], fields: FormField[], lines: FormRow['lines'] = []): FormRow => ({
  __typename: 'MonthlyRow',
  id: `jtj 2014-09-30 ${itemId}`,
  itemId,
  number: `${itemId}-2014-0001`,
  kind,
  title: `事项${itemId}`,
  duty: 'LEAD',
  itemVersion: 1,
  assignedOn: '2014-06-03',
  lines,
  standing: { __typename: 'ItemStanding', light: 'GREY', progressPercent: 27.5, why: null },
  after: { __typename: 'ItemStanding', light: 'GREEN', progressPercent: 59, why: null },
  fields,
});

const number = (key: string, changes: Partial<FormField> = {}) => fieldWith(key, { type: 'NUMBER', unit: '万元', ...changes });

/** A work with a county, a hard problem of two steps, and a style problem. */
export const formRows: FormRow[] = [
  rowWith(
    '难',
    'HARD_PROBLEM',
    [
      fieldWith('step:1:actualOn', { type: 'DAY', label: 'STEP_ACTUAL_ON', line: 'step:1', plan: '2014-08-31' }),
      fieldWith('step:1:obstacle', { line: 'step:1', last: '3 户未签' }),
      fieldWith('step:2:actualOn', { type: 'DAY', label: 'STEP_ACTUAL_ON', line: 'step:2', plan: '2014-09-30' }),
      fieldWith('step:2:obstacle', { line: 'step:2' }),
    ],
    [
      { __typename: 'MonthlyLine', line: 'step:1', title: '补偿协议', plannedOn: '2014-08-31' },
      { __typename: 'MonthlyLine', line: 'step:2', title: '交地', plannedOn: '2014-09-30' },
    ],
  ),
  rowWith(
    '民',
    'LIVELIHOOD_WORK',
    [
      number('actual', { label: 'ACTUAL', unit: '公里', last: '55', lastPeriodOn: '2014-08-31', plan: '120', target: 200 }),
      number('fundsArrived', { label: 'FUNDS_ARRIVED', last: '400', lastPeriodOn: '2014-08-31', target: 900 }),
      number('fundsPaid', { label: 'FUNDS_PAID', target: 900, isRequired: true }),
      number('county:411721:actual', { label: 'COUNTY_ACTUAL', line: 'county:411721', unit: '公里', last: '20', plan: '80', target: 80 }),
    ],
    [{ __typename: 'MonthlyLine', line: 'county:411721', title: '西平县', plannedOn: null }],
  ),
  rowWith('风', 'STYLE_PROBLEM', [
    fieldWith('progressClass', { type: 'CLASS', label: 'PROGRESS_CLASS', last: 'PARTLY' }),
    fieldWith('evidence', { label: 'EVIDENCE' }),
  ]),
];

export const formWith = (changes: Partial<MonthlyForm> = {}): MonthlyForm => ({
  __typename: 'MonthlyForm',
  id: 'jtj 2014-09-30',
  periodOn: '2014-09-30',
  unit: { __typename: 'Unit', id: 'jtj', name: '市交通运输局' },
  state: 'DRAFT',
  version: 0,
  submittedAt: null,
  submittedBy: null,
  returnReason: null,
  sentAt: null,
  sentBy: null,
  askedCount: 10,
  withLastCount: 5,
  viewerCanFill: true,
  viewerCanSubmit: true,
  viewerCanReturn: false,
  viewerCanSend: false,
  rows: formRows,
  ...changes,
});

import { expect, it } from 'vitest';
import type { ActedItem } from './act-document.ts';
import type { ActSpec } from './act-spec.ts';
import { actSpecs } from './act-table.ts';
import { nextStep } from './next-step.ts';

const spec = (mutation: ActSpec['mutation']) => actSpecs.find((one) => one.mutation === mutation)!;
type Part = ActedItem['parts'][number];
const part = (changed: Partial<Part>): Part => ({
  __typename: 'ItemUnit',
  id: 'p1',
  state: 'SIGNED',
  dueOn: '2014-10-20',
  signDueOn: null,
  extensionAskedTo: null,
  reports: [],
  ...changed,
});
const acted = (state: Part['state'], parts: Part[]) =>
  ({ id: 'i1', version: 4, standing: { __typename: 'ItemStanding', state, dueOn: '2014-10-20' }, parts }) as unknown as ActedItem;

it('says who is next and by when', () => {
  expect(nextStep(spec('signPart'), acted('SIGNED', [part({})]), 'p1')).toEqual({ step: 'WORK_BY', day: '2014-10-20' });
  expect(nextStep(spec('assignItem'), acted('ASSIGNED', [part({ state: 'ASSIGNED', signDueOn: '2014-10-08' })]), null)).toEqual({
    step: 'SIGN_BY',
    day: '2014-10-08',
  });
  expect(nextStep(spec('signPart'), acted('SIGNED', [part({ dueOn: '9999-12-31' })]), 'p1')).toEqual({ step: 'WORK' });
});

it('knows whether a report still needs its signature', () => {
  const reported = (isSignedOff: boolean) =>
    acted('REPORTED', [part({ state: 'REPORTED', reports: [{ __typename: 'PartReport', id: 'r1', isSignedOff, verdict: null }] })]);
  expect(nextStep(spec('reportPart'), reported(false), 'p1')).toEqual({ step: 'SIGN_OFF' });
  expect(nextStep(spec('signOffReport'), reported(true), 'p1')).toEqual({ step: 'REVIEW' });
});

it('waits for the other units until the whole item is closed', () => {
  const closed = part({ state: 'CLOSED' });
  expect(nextStep(spec('acceptPart'), acted('IN_PROGRESS', [closed, part({ id: 'p2' })]), 'p1')).toEqual({ step: 'OTHERS' });
  expect(nextStep(spec('acceptPart'), acted('CLOSED', [closed]), 'p1')).toEqual({ step: 'WRITE_OFF' });
  expect(nextStep(spec('writeOffItem'), acted('WRITTEN_OFF', [closed]), null)).toBeNull();
});

it('keeps the old limit until an extension is decided', () => {
  expect(nextStep(spec('requestExtension'), acted('SIGNED', [part({ extensionAskedTo: '2014-11-20' })]), 'p1')).toEqual({ step: 'DECIDE' });
});

import type { Day, ProblemOrigin } from '@duban/rules/vocabulary';
import type { RegisterPublicProblemInput } from '../../gql/graphql.ts';
import type { Form } from './public-problems-query.ts';

/** What the form of a problem holds. */
export type ProblemValues = {
  title: string;
  content: string;
  topic: string;
  origin: ProblemOrigin;
  channel: string;
  peopleAffected: number | null;
  countyId: string;
  raisedOn: Day | null;
  leadUnitId: string;
  dueOn: Day | null;
  raiserName: string;
  raiserPhone: string;
};

/** Raised today, due by the limit in force, led by the only unit that there is to choose. */
export function initialValues({ dueOn, leadUnits }: Form, today: Day): ProblemValues {
  return {
    title: '',
    content: '',
    topic: '',
    origin: 'ASKED_FOR',
    channel: '',
    peopleAffected: null,
    countyId: '',
    raisedOn: today,
    leadUnitId: leadUnits.length === 1 ? leadUnits[0]!.id : '',
    dueOn,
    raiserName: '',
    raiserPhone: '',
  };
}

/** What is found by the unit itself came through no channel and from nobody. */
export function withOrigin(values: ProblemValues, origin: ProblemOrigin): ProblemValues {
  if (origin === 'SELF_FOUND') return { ...values, origin, channel: 'self-found', raiserName: '', raiserPhone: '' };
  return { ...values, origin, channel: values.channel === 'self-found' ? '' : values.channel };
}

const needed = ['title', 'content', 'channel', 'raisedOn', 'leadUnitId', 'dueOn'] as const;

/** Fields that must be filled and are not. */
export function missingOf(values: ProblemValues): (keyof ProblemValues)[] {
  return needed.filter((name) => (values[name] ?? '').trim() === '');
}

/** The values as the server takes them; empty texts are absent. */
export function inputOf(values: ProblemValues): Omit<RegisterPublicProblemInput, 'requestId'> {
  const optional = (text: string) => text.trim() || null;
  return {
    ...values,
    topic: optional(values.topic),
    countyId: optional(values.countyId),
    raiserName: optional(values.raiserName),
    raiserPhone: optional(values.raiserPhone),
  };
}

import { type VisitDuty, visitDutyStates } from '@duban/rules/visit-duty';
import { builder } from '../../graphql/builder.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { visitReaders } from '../../modules/visit/visit.policy.ts';
import { LeaderGroupType } from '../../modules/visit/visit.schema.ts';
import { type DutyCalendar, type DutyMonth, type LeaderDuties, visitDutyCalendar } from './visit-duties.query.ts';

const StateType = builder.enumType('VisitDutyState', { values: visitDutyStates, description: '不要求, 已走访, 本月未到期, 未走访.' });

const DutyType = builder.objectRef<VisitDuty>('VisitDuty').implement({
  description: "A leader's duty of a month.",
  fields: (t) => ({
    month: t.exposeString('month', { description: '`2014-09`.' }),
    state: t.expose('state', { type: StateType }),
    visits: t.exposeInt('visits', { description: 'Visits of the month that count, owed or not.' }),
  }),
});

const LeaderDutiesType = builder.objectRef<LeaderDuties>('LeaderDuties').implement({
  description: 'A row of the duty calendar.',
  fields: (t) => ({
    postId: t.exposeID('postId'),
    title: t.exposeString('title'),
    titleEn: t.exposeString('titleEn'),
    unitName: t.exposeString('unitName'),
    group: t.expose('group', { type: LeaderGroupType }),
    contactPoints: t.exposeStringList('points', { description: 'Names of the contact points in force in the months.' }),
    duties: t.field({ type: [DutyType], description: 'One for each month of the calendar.', resolve: ({ duties }) => duties }),
    longestMissed: t.int({ description: 'Longest row of missed months among those shown.', resolve: ({ streak }) => streak.longest }),
    currentMissed: t.int({ description: 'The row that lasts.', resolve: ({ streak }) => streak.current }),
  }),
});

const MonthType = builder.objectRef<DutyMonth>('VisitDutyMonth').implement({
  description: 'Leaders by how their duty of a month stands.',
  fields: (t) => ({
    month: t.exposeString('month', { description: '`2014-09`.' }),
    from: t.expose('from', { type: 'Day' }),
    to: t.expose('to', { type: 'Day', description: 'The last day of the month, or the as-of day.' }),
    owed: t.exposeInt('owed'),
    done: t.exposeInt('done'),
    open: t.exposeInt('open', { description: 'Not yet, and the month still runs.' }),
    missed: t.exposeInt('missed'),
    percent: t.exposeFloat('percent', { nullable: true, description: 'Done of owed, one decimal; null where nothing was owed.' }),
  }),
});

const CalendarType = builder.objectRef<DutyCalendar>('VisitDutyCalendar').implement({
  description: 'The duty calendar: leader × month (policy 2(4)2).',
  fields: (t) => ({
    months: t.field({ type: [MonthType], resolve: ({ months }) => months }),
    leaders: t.field({ type: [LeaderDutiesType], resolve: ({ leaders }) => leaders }),
  }),
});

builder.queryField('visitDuties', (t) =>
  t.withAuth({ roles: visitReaders }).field({
    type: CalendarType,
    description: 'Who owes a visit in which month, who made it, who missed it.',
    complexity: { field: 1, multiplier: 10 },
    args: {
      asOf: t.arg({ type: 'Day' }),
      from: t.arg.string({ description: 'First month, `2014-06`; by default that of the first contact point, nine months back at most.' }),
      to: t.arg.string({ description: 'Last month, by default that of the as-of day.' }),
      group: t.arg({ type: LeaderGroupType }),
      within: t.arg.string({ description: 'A unit and all below it.' }),
      only: t.arg({ type: StateType, description: 'Only leaders with such a month.' }),
    },
    resolve: (_root, { asOf, ...filter }, { viewer }) => visitDutyCalendar(viewer, asOfDay(asOf), filter),
  }),
);

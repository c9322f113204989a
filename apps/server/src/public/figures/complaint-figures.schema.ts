import { clock } from '../../clock.ts';
import { shared } from '../../shared.ts';
import { builder } from '../builder.ts';
import { TermType } from '../term.schema.ts';
import { type ClassFigure, type ComplaintFigures, complaintFigures, type MonthFigure } from './complaint-figures.query.ts';

const ClassFigureType = builder.objectRef<ClassFigure>('ClassFigure').implement({
  description: 'Complaints of one class; null where so few that somebody might be recognised.',
  fields: (t) => ({
    class: t.expose('class', { type: TermType }),
    received: t.exposeInt('received', { nullable: true }),
    closed: t.exposeInt('closed', { nullable: true }),
  }),
});

const MonthFigureType = builder.objectRef<MonthFigure>('MonthFigure').implement({
  description: 'Complaints of one month.',
  fields: (t) => ({
    month: t.exposeString('month', { description: '`2014-09`.' }),
    received: t.exposeInt('received'),
    closed: t.exposeInt('closed', { description: 'Of all counted, those closed in this month.' }),
  }),
});

const ComplaintFiguresType = builder.objectRef<ComplaintFigures>('ComplaintFigures').implement({
  description: 'How complaints are handled, each complaint counted (policy 2(2)5).',
  fields: (t) => ({
    since: t.expose('since', { type: 'Day', description: 'First day counted: 1 January of the year of asOf.' }),
    received: t.exposeInt('received'),
    takenOn: t.exposeInt('takenOn', { description: '受理: taken on.' }),
    refused: t.exposeInt('refused', { description: '不予受理.' }),
    open: t.exposeInt('open', { description: 'Neither refused, nor withdrawn, nor closed.' }),
    closed: t.exposeInt('closed', { description: '办结, call-back and 销号 included.' }),
    closedOnTime: t.exposeInt('closedOnTime', { description: 'Of the closed, on or before the due day.' }),
    rated: t.exposeInt('rated', { description: 'Whose complainant gave a grade.' }),
    satisfied: t.exposeInt('satisfied', { description: 'Of the rated, 基本满意 or better.' }),
    byClass: t.expose('byClass', {
      type: [ClassFigureType],
      description: 'By class; null where fewer than 5, so that nobody is recognised.',
    }),
    byMonth: t.expose('byMonth', { type: [MonthFigureType], description: 'From January on.' }),
  }),
});

builder.queryFields((t) => ({
  complaintFigures: t.field({
    type: ComplaintFiguresType,
    resolve: () => shared('complaintFigures', () => complaintFigures(clock.today())),
  }),
}));

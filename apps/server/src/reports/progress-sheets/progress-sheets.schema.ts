import { builder } from '../../graphql/builder.ts';
import { LightType } from '../../graphql/enums.ts';
import { badInput } from '../../graphql/errors.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type ProgressSheet, progressSheets, type SheetStep } from './progress-sheets.query.ts';

const SheetStepType = builder.objectRef<SheetStep>('SheetStep').implement({
  description: 'A row of a progress sheet or a node of a project, as known on the day.',
  fields: (t) => ({
    position: t.exposeInt('position'),
    title: t.exposeString('title'),
    plannedFrom: t.expose('plannedFrom', { type: 'Day' }),
    plannedOn: t.expose('plannedOn', { type: 'Day' }),
    startedOn: t.expose('startedOn', { type: 'Day', nullable: true }),
    doneOn: t.expose('doneOn', { type: 'Day', nullable: true }),
    isOverdue: t.exposeBoolean('isOverdue', { description: 'Its planned day is past and it is not done.' }),
    obstacle: t.exposeString('obstacle', { nullable: true, description: 'Of a step that is not done.' }),
    decisionNeeded: t.exposeString('decisionNeeded', { nullable: true, description: 'Of a step that is not done.' }),
  }),
});

const ProgressSheetType = builder.objectRef<ProgressSheet>('ProgressSheet').implement({
  description: 'The steps of one hard problem or the nodes of one project.',
  fields: (t) => ({
    number: t.exposeString('number'),
    title: t.exposeString('title'),
    unitName: t.exposeString('unitName', { description: 'Lead unit, short name.' }),
    light: t.expose('light', { type: LightType, nullable: true }),
    total: t.exposeInt('total', { description: 'How many items the filter holds.' }),
    steps: t.expose('steps', { type: [SheetStepType] }),
  }),
});

builder.queryFields((t) => ({
  progressSheets: t.withAuth({ signedIn: true }).field({
    type: [ProgressSheetType],
    description: 'Steps of the filtered items, planned against actual; red items first.',
    args: {
      asOf: t.arg({ type: 'Day' }),
      filter: t.arg({ type: ItemFilterInput }),
      first: t.arg.int({ defaultValue: 6 }),
      skip: t.arg.int({ defaultValue: 0 }),
    },
    resolve: (_root, { asOf, filter, first, skip }, { viewer }) => {
      const [size, from] = [first ?? 6, skip ?? 0];
      if (size < 1 || size > 50 || from < 0) throw badInput('推进表一次取 1 到 50 项。');
      return progressSheets(viewer, asOfDay(asOf), filter ?? {}, size, from);
    },
  }),
}));

import { type FormOffers, type FormUnit, unitGroups } from '../../modules/complaint/form.query.ts';
import { longest, mostFiles, offers } from '../../modules/complaint/judge-complaint.ts';
import { builder } from '../builder.ts';
import { maxFileBytes } from '../files/public-file.ts';
import { TermType } from '../term.schema.ts';
import { issueTicket } from './ticket.ts';

const UnitGroupType = builder.enumType('UnitGroup', { values: unitGroups });

const FormUnitType = builder.objectRef<FormUnit>('FormUnit').implement({
  description: 'A unit that a complaint may be about.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    nameEn: t.exposeString('nameEn'),
    group: t.expose('group', { type: UnitGroupType }),
  }),
});

const ComplaintFormType = builder.objectRef<FormOffers>('ComplaintForm').implement({
  description: 'What the form offers, and the ticket with which it is sent.',
  fields: (t) => ({
    ticket: t.string({
      description: 'Signed, for one complaint, valid for a day; sent back with it. It must be three seconds old.',
      resolve: () => issueTicket(),
    }),
    classes: t.expose('classes', { type: [TermType] }),
    units: t.expose('units', { type: [FormUnitType] }),
    acceptWorkingDays: t.exposeInt('acceptWorkingDays', {
      nullable: true,
      description: 'Working days for deciding whether it is taken on; null where the pack has no such limit.',
    }),
    finishDays: t.exposeInt('finishDays', {
      nullable: true,
      description: 'Calendar days for finishing; null where the pack has no such limit.',
    }),
    maxFiles: t.int({ resolve: () => mostFiles }),
    maxFileBytes: t.int({ resolve: () => maxFileBytes }),
    maxFactsLength: t.int({ description: 'Characters.', resolve: () => longest.facts }),
  }),
});

builder.queryFields((t) => ({
  complaintForm: t.field({ type: ComplaintFormType, description: 'What the form offers.', resolve: offers }),
}));

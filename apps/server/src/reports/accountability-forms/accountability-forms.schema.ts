import { builder } from '../../graphql/builder.ts';
import { registerReaders } from '../../modules/accountability/accountability.policy.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type AccountabilityFormCount, accountabilityForms } from './accountability-forms.query.ts';

const FormCountType = builder.objectRef<AccountabilityFormCount>('AccountabilityFormCount').implement({
  description: 'Persons held to account in one form.',
  fields: (t) => ({
    code: t.exposeID('code', { description: 'Code of the dictionary `accountability-form`.' }),
    name: t.exposeString('name'),
    nameEn: t.exposeString('nameEn'),
    count: t.exposeInt('count'),
    administrativeHeads: t.exposeInt('administrativeHeads'),
  }),
});

builder.queryField('accountabilityForms', (t) =>
  t.withAuth({ roles: registerReaders }).field({
    type: [FormCountType],
    description: 'Persons held to account by form, the mildest first; every form is listed.',
    args: { asOf: t.arg({ type: 'Day' }), within: t.arg.string({ description: 'A unit and all below it.' }) },
    resolve: (_root, { asOf, within }, { viewer }) => accountabilityForms(viewer, asOfDay(asOf), within),
  }),
);

import { builder } from '../../graphql/builder.ts';
import { registerReaders } from '../../modules/accountability/accountability.policy.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type AccountabilityCell, accountabilityMatrix } from './accountability-matrix.query.ts';

const CellType = builder.objectRef<AccountabilityCell>('AccountabilityCell').implement({
  description: 'Persons of a unit held to account in one form.',
  fields: (t) => ({
    unitId: t.exposeID('unitId'),
    unitName: t.exposeString('unitName'),
    form: t.exposeID('form', { description: 'Code of the dictionary `accountability-form`.' }),
    count: t.exposeInt('count'),
    administrativeHeads: t.exposeInt('administrativeHeads'),
  }),
});

builder.queryField('accountabilityMatrix', (t) =>
  t.withAuth({ roles: registerReaders }).field({
    type: [CellType],
    description: 'Persons held to account by unit and form; cells without any are left out.',
    args: { asOf: t.arg({ type: 'Day' }), within: t.arg.string({ description: 'A unit and all below it.' }) },
    resolve: (_root, { asOf, within }, { viewer }) => accountabilityMatrix(viewer, asOfDay(asOf), within),
  }),
);

import { GraphQLInputObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../../graphql/schema.ts';
import { filterOfQuery, filterParameters } from './ledger-filter.ts';

it('exports what the ledger lists: every condition of ItemFilter has its parameter (the register is in the path)', () => {
  const input = schema.getType('ItemFilter');
  if (!(input instanceof GraphQLInputObjectType)) throw new Error('ItemFilter is no input type');
  const conditions = Object.keys(input.getFields()).filter((name) => name !== 'kinds');
  expect([...filterParameters].sort()).toEqual(conditions.sort());
});

it('refuses a value that does not fit, and passes over what is no condition', () => {
  expect(filterOfQuery({ lights: 'RED,GREY', orderBy: 'DUE_ON' })).toEqual({
    filter: { lights: ['RED', 'GREY'] },
    asOf: null,
    reason: null,
  });
  expect(filterOfQuery({ lights: 'PURPLE' })).toBeNull();
});

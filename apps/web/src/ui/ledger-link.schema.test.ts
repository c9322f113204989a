import { buildSchema, GraphQLInputObjectType } from 'graphql';
import { expect, it } from 'vitest';
import schemaText from '../../../server/schema.graphql?raw';
import en from '../i18n/en/ledger.json';
import zh from '../i18n/zh-CN/ledger.json';
import { itemFilterParams } from './ledger-link.ts';

const input = buildSchema(schemaText).getType('ItemFilter');
const conditions = input instanceof GraphQLInputObjectType ? Object.keys(input.getFields()).sort() : [];

it('the address of a ledger can hold every condition of the server’s ItemFilter, and no other', () => {
  expect(conditions.length).toBeGreaterThan(0);
  expect(Object.keys(itemFilterParams).sort()).toEqual(conditions);
});

it.each([['zh-CN', zh] as const, ['en', en] as const])('each condition has its word in %s', (_language, texts) => {
  expect(conditions.filter((name) => !(name in texts.fields))).toEqual([]);
});

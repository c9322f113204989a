import { buildSchema, GraphQLInputObjectType, GraphQLUnionType, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import schemaText from '../../../../server/schema.graphql?raw';
import actText from '../../../../server/src/modules/item/acts/act-definitions.ts?raw';
import en from '../../i18n/en/acts.json';
import zh from '../../i18n/zh-CN/acts.json';
import { actDocument } from './act-document.ts';
import { actSpecs } from './act-table.ts';

/** With the client's own directive, which it takes out before it sends. */
const schema = buildSchema(`${schemaText}\ndirective @unmask on FRAGMENT_SPREAD`);
const mutations = schema.getMutationType()!.getFields();
/** What the server's own table names. */
const onServer = [...actText.matchAll(/mutation: '(\w+)',\s*action: '(\w+)',\s*subject: '(\w+)'/g)].map(
  ([, mutation, action, subject]) => ({
    mutation,
    action,
    subject,
  }),
);
const shared = ['itemId', 'partId', 'version', 'requestId'];
const inputOf = (mutation: string) => {
  const type = schema.getType(`${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`);
  return type instanceof GraphQLInputObjectType ? Object.keys(type.getFields()) : [];
};

describe('the table of acts', () => {
  it('has every act of the server, and instructions', () => {
    expect(onServer.length).toBeGreaterThan(20);
    const known = actSpecs.filter(({ mutation }) => mutation !== 'instructItem');
    const named = (list: readonly { mutation?: string; action?: string; subject?: string }[]) =>
      list.map(({ mutation, action, subject }) => `${mutation} ${action} ${subject}`).sort();
    expect(named(known)).toEqual(named(onServer));
    expect(actSpecs.some(({ mutation }) => mutation === 'instructItem')).toBe(true);
  });

  it.each(actSpecs)('$mutation asks for what its mutation takes, and nothing else', ({ mutation, subject, fields }) => {
    const input = inputOf(mutation);
    expect(input.filter((name) => !shared.includes(name)).sort()).toEqual(fields.map(({ name }) => name).sort());
    expect(input.includes('partId')).toBe(subject === 'PART');
  });

  it.each(actSpecs)('$mutation is sent in a document that the schema takes, and every answer is read', ({ mutation }) => {
    const document = actDocument(mutation);
    expect(validate(schema, document)).toEqual([]);
    const answer = mutations[mutation]!.type;
    const union = 'ofType' in answer ? answer.ofType : answer;
    const read = JSON.stringify(document);
    const types = union instanceof GraphQLUnionType ? union.getTypes() : [];
    expect(types.length).toBeGreaterThan(3);
    for (const type of types) {
      const names = [type.name, ...type.getInterfaces().map(({ name }) => name)];
      expect(names.filter((name) => read.includes(`"value":"${name}"`))).not.toEqual([]);
    }
  });

  it.each([['zh-CN', zh] as const, ['en', en] as const])('has its words in %s', (_language, texts) => {
    const wanted = actSpecs.flatMap(({ mutation, fields }) => [`acts.${mutation}`, ...fields.map(({ words }) => `fields.${words}`)]);
    const missing = wanted.filter((path) => {
      const [group, name] = path.split('.') as ['acts', string];
      return !(name in texts[group]);
    });
    expect(missing).toEqual([]);
  });
});

import { type Role, roles } from '@duban/rules/vocabulary';
import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
  print,
} from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askDocument, openTestCity } from '../../testing/test-city.ts';
import { act, partOf, person } from '../item/acts/testing/acts.fixture.ts';
import type { Viewer } from '../session/viewer.ts';
import { register } from './testing/public-problem.fixture.ts';

/** Every field under an item, and every root field that asks for nothing, as every role: who raised a problem never shows without `revealRaiser`. */
const secrets = ['某甲乙', '13900001111', '139-0000-1111', '某丙丁', '13900002222'];

let close: () => Promise<void>;
let schema: GraphQLSchema;
let itemId: string;
let viewers: [string, Viewer | null][];

beforeAll(async () => {
  close = await openTestCity();
  ({ schema } = await import('../../graphql/schema.ts'));
  const office = await person('SUPERVISION_OFFICE', 'dcs');
  const clerk = await person('UNIT_CLERK', 'jyj');
  const head = await person('UNIT_HEAD', 'jyj');
  itemId = (await register(clerk)).item!.id;
  const other = (await register(office, { raiserName: '某丙丁', raiserPhone: '139-0000-2222' })).item!.id;
  await act(office, 'mergeItem', other, { targetId: itemId, reason: '同一处路面' });
  const { id: partId } = await partOf(itemId, 'jyj');
  await act(head, 'signPart', itemId, { partId });
  await act(clerk, 'reportPart', itemId, { partId, text: '已修好。', evidence: '照片' });
  const others = await Promise.all(
    roles.map(async (role): Promise<[Role, Viewer]> => [role, await person(role, role.startsWith('UNIT') ? 'wsj' : '411700')]),
  );
  viewers = [['office', office], ['clerk', clerk], ['head', head], ...others, ['nobody', null]];
}, 120_000);
afterAll(() => close());

const few = (field: GraphQLField<unknown, unknown>) => (field.args.some(({ name }) => name === 'first') ? '(first: 3)' : '');

/** Every field of a type that asks for nothing, and of those that it leads to. */
function selectionOf(type: GraphQLNamedType, depth: number, way: readonly string[] = []): string {
  const objects = (isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : []).filter(
    ({ name }) => !way.includes(name),
  );
  return objects
    .map((object) => {
      const fields = Object.values(object.getFields()).flatMap((field) => {
        const of = getNamedType(field.type);
        if (field.args.some(isRequiredArgument)) return [];
        const name = `${object.name}_${field.name}: ${field.name}${few(field)}`;
        if (isLeafType(of)) return [name];
        const inner = depth > 0 ? selectionOf(of, depth - 1, [...way, object.name]) : '';
        return inner ? [`${name} { ${inner} }`] : [];
      });
      return `... on ${object.name} { __typename ${fields.join(' ')} }`;
    })
    .join(' ');
}

/** A field with all of what it leads to, as deep as one request may ask. */
async function questionsOf(type: GraphQLObjectType, within: (selection: string) => string): Promise<DocumentNode[]> {
  const questions: DocumentNode[] = [];
  for (const field of Object.values(type.getFields())) {
    if (field.args.some(isRequiredArgument)) continue;
    const of = getNamedType(field.type);
    for (const depth of [2, 1, 0]) {
      const inner = isLeafType(of) ? '' : selectionOf(of, depth, [type.name]);
      const document = parse(within(`${field.name}${few(field)}${inner && ` { ${inner} }`}`), { noLocation: true });
      const { errors } = await askDocument(viewers[0]![1], document);
      if (errors?.some(({ message }) => message.startsWith('Query exceeds'))) continue;
      questions.push(document);
      break;
    }
  }
  return questions;
}

it('shows to nobody, in no field', async () => {
  const problem = schema.getType('PublicProblemItem') as GraphQLObjectType;
  const ofItem = await questionsOf(problem, (field) => `query { item(id: "${itemId}") { ... on PublicProblemItem { ${field} } } }`);
  const ofRoots = await questionsOf(schema.getQueryType()!, (field) => `query { ${field} }`);
  expect(ofItem.length).toBeGreaterThan(25);
  expect(ofRoots.length).toBeGreaterThan(50);
  let phones: string[] = [];
  for (const document of [...ofItem, ...ofRoots]) {
    for (const [name, viewer] of viewers) {
      const text = JSON.stringify(await askDocument(viewer, document));
      for (const secret of secrets)
        expect(text.includes(secret), `${name} reads ${secret} in ${print(document).slice(0, 200)}`).toBe(false);
      if (name === 'clerk') phones = [...phones, ...(text.match(/139\*\*\*\*\d{4}/g) ?? [])];
      else if (name !== 'office' && name !== 'head' && name !== 'SUPERVISION_OFFICE') expect(text).not.toContain('139****');
    }
  }
  // The masked phones are all that there is of the two who raised it, for those who answer.
  expect([...new Set(phones)].sort()).toEqual(['139****1111', '139****2222']);
}, 240_000);

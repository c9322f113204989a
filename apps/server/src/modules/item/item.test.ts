import { lightOn } from '@duban/rules/lights';
import { itemStates, lights } from '@duban/rules/vocabulary';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { row, sql } from '../../database.ts';
import { addItem, ask, openTestCity, viewerWith } from '../../testing/test-city.ts';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestCity();
});
afterAll(() => close());

interface Page {
  items: { totalCount: number; nodes: { number: string }[]; cursors: string[]; pageInfo: { hasNextPage: boolean } };
}
const page = `query Page($filter: ItemFilter, $orderBy: ItemOrder, $descending: Boolean, $first: Int, $after: String, $asOf: Day) {
  items(filter: $filter, orderBy: $orderBy, descending: $descending, first: $first, after: $after, asOf: $asOf) {
    totalCount nodes { number } cursors pageInfo { hasNextPage }
  }
}`;

describe('the light in SQL', () => {
  it('is the light of the rules, whatever the dates', async () => {
    const day = fc.integer({ min: 0, max: 40 }).map((n) => new Date(Date.UTC(2014, 8, 1) + n * 86_400_000).toISOString().slice(0, 10));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...itemStates),
        fc.option(fc.constantFrom(...lights)),
        day,
        day,
        day,
        day,
        async (state, override, redOn, reportDueOn, yellowOn, on) => {
          const { light } = await row(
            z.object({ light: z.enum(lights).nullable() }),
            sql`SELECT light_of(${state}::item_state, ${override}::light, ${redOn}::date, ${reportDueOn}::date, ${yellowOn}::date, ${on}::date) AS light`,
          );
          const lit = {
            state,
            redOn,
            redReason: null,
            yellowOn,
            yellowReason: null,
            reportDueOn,
            override: override && { light: override, reason: 'x' },
          };
          expect(light).toBe(lightOn(lit, on));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the ledger', () => {
  beforeAll(async () => {
    for (let n = 1; n <= 7; n += 1)
      await addItem({ number: `页-${n}`, kind: 'HARD_PROBLEM', leadUnitId: n % 2 ? 'gtj' : 'czj', dueOn: '2014-12-31', level: 'CITY' });
  });

  it('pages through every row once, forwards, in both directions of an order with ties', async () => {
    for (const descending of [false, true]) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const variables: Record<string, unknown> = { filter: { kinds: ['HARD_PROBLEM'] }, orderBy: 'DUE_ON', descending, first: 3, after };
        const answer = await ask<Page>(viewerWith('CITY_LEADER'), page, variables);
        expect(answer.errors).toBeUndefined();
        const { nodes, cursors, pageInfo, totalCount }: Page['items'] = answer.data!.items;
        expect(totalCount).toBe(7);
        seen.push(...nodes.map(({ number }) => number));
        after = pageInfo.hasNextPage ? cursors.at(-1)! : null;
      } while (after);
      expect(seen.toSorted()).toEqual(['页-1', '页-2', '页-3', '页-4', '页-5', '页-6', '页-7']);
    }
  });

  it('shows a unit only what it leads or assists, and an administrator nothing', async () => {
    const variables = { filter: { kinds: ['HARD_PROBLEM'] } };
    expect((await ask<Page>(viewerWith('UNIT_HEAD', 'gtj'), page, variables)).data!.items.totalCount).toBe(4);
    expect((await ask<Page>(viewerWith('UNIT_CLERK', 'czj'), page, variables)).data!.items.totalCount).toBe(3);
    expect((await ask<Page>(viewerWith('SYSTEM_ADMIN'), page, variables)).data!.items.totalCount).toBe(0);
  });

  it('hides an item of another unit as if it were not there', async () => {
    const answer = await ask(viewerWith('UNIT_HEAD', 'czj'), '{ item(number: "页-1") { number } }');
    expect(answer).toEqual({ data: { item: null } });
  });

  it('did not know an item before it was found', async () => {
    const variables = { filter: { kinds: ['HARD_PROBLEM'] }, asOf: '2014-05-31' };
    expect((await ask<Page>(viewerWith('CITY_LEADER'), page, variables)).data!.items.totalCount).toBe(0);
  });

  it('refuses a cursor of another order and a page too long, in words', async () => {
    const first = await ask<Page>(viewerWith('CITY_LEADER'), page, { orderBy: 'NUMBER', first: 1 });
    const after = first.data!.items.cursors[0];
    const answer = await ask(viewerWith('CITY_LEADER'), page, { orderBy: 'DUE_ON', first: 1, after });
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await ask(viewerWith('CITY_LEADER'), page, { first: 201 })).errors?.[0]?.message).toContain('每页');
  });
});

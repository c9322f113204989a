import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { render } from '../../test/render.tsx';
import type { ItemFilter } from '../../ui/ledger-link.ts';
import { parseSearch, stringifySearch } from '../../ui/search-params.ts';
import { Decisions } from './decisions.tsx';
import { DutyList } from './duty-list.tsx';
import type { MatrixCell, SolvedRate } from './hard-problems-query.ts';
import { ProblemMatrix } from './problem-matrix.tsx';
import { SolvedRates } from './solved-rates.tsx';

const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory(), parseSearch, stringifySearch });
const show = (ui: ReactNode) => render(<RouterContextProvider router={router as never}>{ui}</RouterContextProvider>);
const hrefs = (container: Element) => [...container.querySelectorAll('a')].map((link) => link.getAttribute('href'));

const filter: ItemFilter = { kinds: ['HARD_PROBLEM'] };
const lights = { __typename: 'LightCounts' as const, green: 1, yellow: 0, red: 1, grey: 0 };
const cell = (level: MatrixCell['level'], theme: string | null, problems: number): MatrixCell => ({
  __typename: 'HardProblemCell',
  level,
  theme,
  themeName: theme && '征地拆迁',
  themeNameEn: theme && 'Land',
  problems,
  solved: problems > 0 ? 1 : 0,
  lights,
});
const rate = (level: SolvedRate['level'], problems: number, solved: number, percent: number): SolvedRate => ({
  __typename: 'HardProblemRate',
  level,
  problems,
  solved,
  percent,
  changePoints: 0,
});

it('leads from each cell of the matrix to exactly its problems, and from an empty one nowhere', async () => {
  const cells = [cell('CITY', '1', 3), cell('CITY', null, 3), cell(null, '1', 3), cell(null, null, 3)];
  const container = await show(<ProblemMatrix cells={cells} filter={filter} />);
  expect(hrefs(container)).toEqual([
    '/items?categories=1&kinds=HARD_PROBLEM&levels=CITY',
    '/items?kinds=HARD_PROBLEM&levels=CITY',
    '/items?categories=1&kinds=HARD_PROBLEM',
    '/items?kinds=HARD_PROBLEM',
  ]);
  expect(container.querySelector('td a')?.getAttribute('aria-label')).toBe('市级，征地拆迁：3 件、破解 1、逾期/滞后 1');
});

it('rates the chosen levels only: a level that is filtered away is no 0 %', async () => {
  const rates = [rate('CITY', 4, 1, 25), rate('DEPARTMENT', 0, 0, 0), rate('COUNTY', 0, 0, 0), rate(null, 4, 1, 25)];
  const container = await show(<SolvedRates rates={rates} cells={[]} filter={{ ...filter, levels: ['CITY'] }} />);
  expect([...container.querySelectorAll('h2')].map((head) => head.textContent)).toEqual(['三级合计', '市级']);
  expect(hrefs(container)[1]).toBe('/items?kinds=HARD_PROBLEM&levels=CITY&isSolved=1');
});

it('says that nothing waits for a decision, and whose list is empty', async () => {
  expect((await show(<Decisions decisions={[]} />)).textContent).toContain('没有等待领导决定的事项');
  expect((await show(<DutyList caption="我牵头的" duties={[]} empty="没有由您牵头的市级难题" />)).textContent).toBe(
    '没有由您牵头的市级难题',
  );
});

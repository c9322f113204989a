import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { cellsOf, render } from '../../test/render.tsx';
import { parseSearch, stringifySearch } from '../../ui/search-params.ts';
import { TeamBoard } from './team-board.tsx';
import { ZeroContact } from './zero-contact.tsx';

const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory(), parseSearch, stringifySearch });
const show = (ui: ReactNode) => render(<RouterContextProvider router={router as never}>{ui}</RouterContextProvider>);

it('counts breaches against a target of none, and leads to the projects with one', async () => {
  const counter = { __typename: 'ZeroContactCounter' as const, breaches: 3, projects: 2, unsettled: 1, thisMonth: 2, entries: [] };
  const container = await show(
    <ZeroContact
      counters={[
        { ...counter, kind: 'LAND_WITH_RESIDENTS' },
        { ...counter, kind: 'APPROVAL_WITH_DEPARTMENTS', breaches: 0, projects: 0, unsettled: 0, thisMonth: 0 },
      ]}
      filter={{ kinds: ['SERVICE_PROJECT'] }}
    />,
  );
  expect([...container.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    '/items?kinds=SERVICE_PROJECT&breachKinds=LAND_WITH_RESIDENTS',
  ]);
  expect(container.textContent).toContain('涉及 2 个项目，本月 2 起，未处理 1 起');
  expect(container.textContent).toContain('没有发生');
});

it('seats each department of a team in its column', async () => {
  const department = { __typename: 'TeamDepartment' as const, projects: 1 };
  const container = await show(
    <TeamBoard
      board={{
        __typename: 'ProjectTeamBoard',
        total: 1,
        departments: [
          { ...department, unitId: 'fgw', unitName: '市发改委' },
          { ...department, unitId: 'gtj', unitName: '市国土局' },
        ],
        teams: [
          {
            __typename: 'ProjectTeam',
            number: '项-1',
            title: '机械项目',
            countyName: '西平县',
            leader: '副县长（处级）',
            stageName: '用地',
            stageNameEn: 'Land',
            light: null,
            members: [{ __typename: 'TeamMember', unitId: 'gtj', member: '用地科科长' }],
          },
        ],
      }}
    />,
  );
  expect(cellsOf(container)[1]?.slice(2)).toEqual(['用地', '副县长（处级）', '·', '用地科科长']);
});

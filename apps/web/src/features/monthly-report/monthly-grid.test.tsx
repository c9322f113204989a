import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { act } from 'react';
import { expect, it } from 'vitest';
import { press, render } from '../../test/render.tsx';
import { parseSearch, stringifySearch } from '../../ui/search-params.ts';
import { type Session, SessionContext } from '../../ui/session.ts';
import { Draft } from './draft-store.ts';
import { sectionsOf } from './grid-model.ts';
import { GridWithBar } from './grid-with-bar.tsx';
import { formRows, formWith } from './testing-form.fixture.ts';

const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory(), parseSearch, stringifySearch });
const session = { asOf: '2014-09-30', isPast: false, campaign: { today: '2014-09-30' } } as unknown as Session;

async function show(options: { isReadOnly?: boolean } = {}) {
  const draft = new Draft(formRows, { periodOn: '2014-09-30', today: '2014-09-30' });
  const container = await render(
    <RouterContextProvider router={router as never}>
      <SessionContext.Provider value={session}>
        <GridWithBar
          sections={sectionsOf(formRows)}
          draft={draft}
          form={formWith()}
          isReadOnly={options.isReadOnly ?? false}
          showsAfter
          saveWords={null}
          actsWith={() => null}
        />
      </SessionContext.Provider>
    </RouterContextProvider>,
  );
  const cell = () => document.activeElement as HTMLInputElement;
  const enter = async () => {
    const first = container.querySelector<HTMLElement>('td input');
    await act(async () => first?.focus());
  };
  const key = async (name: string, modifiers: KeyboardEventInit = {}) => {
    await act(async () => {
      cell().dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...modifiers }));
    });
  };
  const type = async (text: string) => {
    await act(async () => {
      const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(cell()), 'value')?.set;
      set?.call(cell(), text);
      cell().dispatchEvent(new Event('input', { bubbles: true }));
    });
  };
  const clipboard = async (name: 'copy' | 'paste', text = '') => {
    const event = new Event(name, { bubbles: true, cancelable: true });
    const kept: Record<string, string> = { 'text/plain': text };
    const data = {
      getData: (format: string) => kept[format] ?? '',
      setData: (format: string, given: string) => Object.assign(kept, { [format]: given }),
    };
    Object.defineProperty(event, 'clipboardData', { value: data });
    await act(async () => {
      cell().dispatchEvent(event);
    });
    return kept['text/plain'];
  };
  return { container, draft, cell, enter, key, type, clipboard, name: () => cell().getAttribute('aria-label') };
}

it('is a grid that names its rows, columns and cells', async () => {
  const { container, enter, cell } = await show();
  const grids = [...container.querySelectorAll('[role=grid]')];
  expect(grids.map((grid) => grid.getAttribute('aria-label'))).toEqual(['难题月度填报表', '民生工程月度填报表', '作风问题月度填报表']);
  expect(grids[1]!.getAttribute('aria-rowcount')).toBe('3');
  // One stop for Tab in the whole form.
  expect(container.querySelectorAll('td input, td textarea, td select')).toHaveLength(1);
  await enter();
  expect(cell().getAttribute('aria-label')).toBe('难-2014-0001 事项难，补偿协议 实际完成日期');
  expect(document.getElementById(cell().getAttribute('aria-describedby')!)?.textContent).toContain('计划 2014-08-31');
});

it('moves by arrows, Enter and Tab, and leaves at the end', async () => {
  const { enter, key, name } = await show();
  await enter();
  await key('ArrowRight');
  expect(name()).toContain('存在困难');
  await key('ArrowDown');
  expect(name()).toContain('交地 存在困难');
  await key('Enter');
  expect(name()).toContain('事项民，累计到位资金');
  await key('Enter', { shiftKey: true });
  expect(name()).toContain('交地 存在困难');
  await key('Tab');
  expect(name()).toContain('事项民，累计完成');
  await key('Tab', { shiftKey: true });
  expect(name()).toContain('交地 存在困难');
  await key('End', { ctrlKey: true });
  expect(name()).toContain('佐证说明');
  const last = document.activeElement;
  await key('Tab');
  expect(document.activeElement).toBe(last);
  await key('Home', { ctrlKey: true });
  expect(name()).toContain('补偿协议 实际完成日期');
});

it('replaces by typing, takes back by Escape, and writes days out', async () => {
  const { enter, key, type, draft } = await show();
  await enter();
  await type('9.12');
  expect(draft.get('难', 'step:1:actualOn')).toBe('9.12');
  await key('Enter');
  expect(draft.get('难', 'step:1:actualOn')).toBe('2014-09-12');
  await key('ArrowUp');
  await type('9.13');
  await key('Escape');
  expect(draft.get('难', 'step:1:actualOn')).toBe('2014-09-12');
  await key('F2');
  await type('2014-09-11');
  // While it is edited, the arrows belong to the text.
  await key('ArrowLeft');
  await key('Enter');
  expect(draft.get('难', 'step:1:actualOn')).toBe('2014-09-11');
});

it('says what is wrong at the cell, and asks the reason in the bar', async () => {
  const { container, enter, key, type, cell, draft } = await show();
  await enter();
  await type('10.8');
  await key('ArrowDown');
  expect(container.textContent).toContain('这一天还没有到（今天是 2014-09-30）');
  await key('F8');
  expect(cell().getAttribute('aria-label')).toContain('累计支付资金');
  await key('ArrowLeft');
  await key('ArrowLeft');
  await type('50');
  expect(cell().getAttribute('aria-invalid')).toBe('true');
  expect(container.textContent).toContain('累计数低于上月（55）');
  await key('Enter', { altKey: true });
  await type('验收核减');
  expect(draft.problemsOf('民').map(({ code }) => code)).toEqual(['REQUIRED']);
  await key('Escape');
  expect(cell().getAttribute('aria-label')).toContain('事项民，累计完成');
});

it('pastes a block, says what did not fit, and undoes it as one', async () => {
  const { container, enter, clipboard, key, draft } = await show();
  await enter();
  await clipboard('paste', '9.1\t没有困难\t多的\n9.2\t\n118\t450\t300');
  expect(draft.get('难', 'step:1:obstacle')).toBe('没有困难');
  expect([draft.get('民', 'actual'), draft.get('民', 'fundsArrived')]).toEqual(['118', '450']);
  expect(container.textContent).toContain('已粘贴 7 格；有 1 格没有对应的位置，没有粘贴：第 1 行第 3 列“多的”');
  await key('z', { ctrlKey: true });
  expect(draft.unsaved()).toEqual([]);
  await key('y', { ctrlKey: true });
  expect(draft.get('民', 'fundsPaid')).toBe('300');
});

it('copies a block and clears it', async () => {
  const { enter, key, clipboard, draft } = await show();
  await enter();
  await key('ArrowRight', { shiftKey: true });
  await key('ArrowDown', { shiftKey: true });
  expect(await clipboard('copy')).toBe('\t3 户未签\n\t');
  await key('Delete');
  expect(draft.get('难', 'step:1:obstacle')).toBe('');
  await key('z', { ctrlKey: true });
  expect(draft.get('难', 'step:1:obstacle')).toBeNull();
});

it('chooses a class by its number or from the list', async () => {
  const { enter, key, cell, draft } = await show();
  await enter();
  await key('End', { ctrlKey: true });
  await key('ArrowLeft');
  expect([...cell().querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
    '同上月：部分到位',
    '未启动',
    '部分到位',
    '到位',
  ]);
  await key('3');
  expect(draft.get('风', 'progressClass')).toBe('DONE');
  expect(draft.problemsOf('风')).toEqual([{ field: 'evidence', code: 'EVIDENCE_NEEDED' }]);
  await key('Delete');
  expect(draft.get('风', 'progressClass')).toBeNull();
});

it('only shows, where nothing may be changed', async () => {
  const { container, draft } = await show({ isReadOnly: true });
  expect(container.querySelectorAll('td input, td textarea, td select')).toHaveLength(0);
  const stop = container.querySelector<HTMLElement>('td[tabindex="0"]');
  expect(stop?.getAttribute('aria-label')).toContain('实际完成日期');
  await press(stop, 'ArrowRight');
  await press(container.querySelector('td[tabindex="0"]'), 'Delete');
  expect(draft.unsaved()).toEqual([]);
});

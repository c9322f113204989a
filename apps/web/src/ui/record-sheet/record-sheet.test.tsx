import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { press, render, waitFor } from '../../test/render.tsx';
import { RecordSheetDrawer } from './record-sheet-drawer.tsx';
import type { RecordSheetAnswer } from './send-record-sheet.ts';

const asked = vi.spyOn(globalThis, 'fetch');
afterEach(() => asked.mockReset());

const clean: RecordSheetAnswer = {
  problems: [],
  isApplied: false,
  rows: [
    { row: 2, number: '责-2014-0001', verdict: 'UNCHANGED', problems: [] },
    { row: 3, number: '责-2014-0002', verdict: 'CREATE', problems: [] },
  ],
};

/** The drawer over a server that gives these answers in turn; `calls`: the addresses asked. */
async function show(answers: readonly (RecordSheetAnswer | Error | { status: number; message: string })[]) {
  const calls: string[] = [];
  const left = [...answers];
  asked.mockImplementation(async (url) => {
    calls.push(String(url));
    const next = left.shift();
    if (next instanceof Error || !next) throw next ?? new Error('no answer left');
    return 'status' in next ? new Response(JSON.stringify({ message: next.message }), { status: next.status }) : Response.json(next);
  });
  const onTaken = vi.fn();
  await render(<RecordSheetDrawer kind="ACCOUNTABILITY" name="责任追究登记簿" onClose={() => undefined} onTaken={onTaken} />);
  const choose = async () => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(input, 'files', { configurable: true, value: [new File(['x'], '登记簿.xlsx')] });
    await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })));
  };
  const apply = () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.replace(/\s/g, '') === '导入')!;
  return { calls, onTaken, choose, apply };
}

const text = () => document.body.textContent ?? '';

it('checks first, then takes the file under one request id however often it is pressed', async () => {
  const { calls, onTaken, choose, apply } = await show([clean, new TypeError('network'), { ...clean, isApplied: true }]);
  expect(apply().disabled).toBe(true);
  await choose();
  await waitFor(() => text().includes('检查通过：新增 1 行，更正 0 行，没有变化 1 行'));
  expect(text()).not.toContain('责-2014-0001');
  await press(apply());
  await waitFor(() => text().includes('没有收到导入结果'));
  await press(apply());
  await waitFor(() => text().includes('已导入：新增 1 行'));
  expect(onTaken).toHaveBeenCalledOnce();
  expect(calls[0]).toBe('/files/records/ACCOUNTABILITY');
  expect(calls[1]).toMatch(/requestId=[0-9a-f]{32}$/);
  expect(calls[2]).toBe(calls[1]);
  expect(apply().disabled).toBe(true);
});

it('shows what is wrong first, at its heading, and takes nothing', async () => {
  const { choose, apply, onTaken } = await show([
    {
      ...clean,
      rows: [
        ...clean.rows,
        { row: 4, number: null, verdict: 'REFUSE', problems: [{ column: '追究方式', message: '没有这种追究方式', messageEn: null }] },
      ],
    },
  ]);
  await choose();
  await waitFor(() => text().includes('有 1 行不能导入'));
  const first = document.querySelector('tbody tr')!;
  expect(first.textContent).toBe('4—不能导入追究方式 没有这种追究方式');
  expect(apply().disabled).toBe(true);
  expect(onTaken).not.toHaveBeenCalled();
});

it('says the server’s own sentence about a file or a right', async () => {
  const { choose } = await show([
    { status: 403, message: '您的岗位不能导入这张表。' },
    { ...clean, rows: [], problems: ['文件已损坏。'] },
  ]);
  await choose();
  await waitFor(() => text().includes('您的岗位不能导入这张表。'));
  await choose();
  await waitFor(() => text().includes('文件已损坏。'));
  expect(text()).not.toContain('您的岗位不能导入这张表。');
});

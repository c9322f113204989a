import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { press, render, waitFor } from '../../test/render.tsx';
import { NamedExport } from './named-export.tsx';

// Whole forms of many controls.
vi.setConfig({ testTimeout: 30_000 });

const saved = vi.hoisted(() => vi.fn());
vi.mock('../../ui/save-file.ts', () => ({ saveFile: saved }));
afterEach(() => {
  vi.restoreAllMocks();
  saved.mockReset();
});

/** The drawer, opened by the menu, over a server that gives these answers. */
async function open(...answers: Response[]) {
  const asked: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (url) => {
    asked.push(String(url));
    return answers.shift() ?? Response.error();
  });
  const container = await render(<NamedExport href="/files/ledgers/COMPLAINT/data.xlsx?states=DRAFT" />);
  await press(container.querySelector('button[aria-haspopup=menu]'));
  await press(await waitFor(() => document.querySelector('button[role=menuitem]')));
  const box = await waitFor(() => document.querySelector<HTMLTextAreaElement>('form textarea'));
  const type = (text: string) =>
    act(async () => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, text);
      box.dispatchEvent(new Event('input', { bubbles: true }));
    });
  const submit = () => act(async () => document.querySelector('form')?.requestSubmit());
  const said = () => document.getElementById(box.getAttribute('aria-describedby') ?? '')?.querySelector('[role=alert]')?.textContent;
  return { asked, box, type, submit, said };
}

it('asks why, at the field, before anything is fetched', async () => {
  const { asked, box, type, submit, said } = await open();
  expect(document.querySelector('form')?.textContent).toContain('所含投诉编号记入日志');
  await type(' 查 ');
  await submit();
  expect([asked, box.getAttribute('aria-invalid'), said()]).toEqual([[], 'true', '请写明导出理由（4 至 200 字）。']);
});

it('saves the rows of the filter under the name that the server gives, with the reason recorded there', async () => {
  const disposition = `attachment; filename="ledger.xlsx"; filename*=UTF-8''${encodeURIComponent('效能投诉台账-2014-09-30.xlsx')}`;
  const { asked, type, submit } = await open(new Response('x', { headers: { 'content-disposition': disposition } }));
  await type('与来信原件核对');
  await submit();
  await waitFor(() => (saved.mock.calls.length > 0 ? true : null));
  expect(asked).toEqual([`/files/ledgers/COMPLAINT/data.xlsx?states=DRAFT&reason=${encodeURIComponent('与来信原件核对')}`]);
  expect(saved.mock.calls[0]?.[1]).toBe('效能投诉台账-2014-09-30.xlsx');
});

it('puts what the server says of the reason at its field, and tells of any other failure', async () => {
  const { type, submit, said } = await open(
    Response.json({ message: '请写明查看理由（4 至 200 字）。' }, { status: 400 }),
    Response.json({ message: '您的岗位不能导出台账。' }, { status: 403 }),
  );
  await type('与来信原件核对');
  await submit();
  await waitFor(() => (said() ? true : null));
  expect(said()).toBe('请写明查看理由（4 至 200 字）。');
  await type('与来信原件核对。');
  await submit();
  await waitFor(() => (document.body.textContent?.includes('没有权限') ? true : null));
  expect(saved).not.toHaveBeenCalled();
});

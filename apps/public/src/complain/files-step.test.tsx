import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { click, errorLinks, open, submit } from '../test/render.tsx';
import { serve } from '../test/server.ts';

/** An upload under way, answered by the test. */
class FakeUpload {
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload = () => {};
  onerror = () => {};
  status = 0;
  responseText = '';
  isAborted = false;
  headers: Record<string, string> = {};
  open(method: string, address: string) {
    expect([method, address]).toEqual(['POST', '/public/files']);
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send(body: FormData) {
    expect(body.get('file')).toBeInstanceOf(File);
    sent.push(this);
  }
  abort() {
    this.isAborted = true;
  }
  progress(loaded: number) {
    return act(() => this.upload.onprogress?.({ loaded, total: 100 }));
  }
  answer(status: number, body: object) {
    this.status = status;
    this.responseText = JSON.stringify(body);
    return act(async () => this.onload());
  }
}
let sent: FakeUpload[] = [];

beforeEach(async () => {
  sent = [];
  vi.stubGlobal('XMLHttpRequest', FakeUpload);
  serve({});
  await open('/complain/files');
});

async function choose(...files: [name: string, size: number][]): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('#fileIds')!;
  Object.defineProperty(field, 'files', { configurable: true, value: files.map(([name, size]) => new File([new Uint8Array(size)], name)) });
  Object.defineProperty(field, 'value', { configurable: true, writable: true, value: '' });
  await act(() => void field.dispatchEvent(new Event('change', { bubbles: true })));
}
const lines = () => Array.from(document.querySelectorAll('.files li'), ({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());
const kept = () => JSON.parse(sessionStorage.getItem('duban-complaint') ?? '{}').files;

test('a file is sent at once, tells how far it is, and stays with the complaint until it is taken away', async () => {
  await choose(['小票.png', 10]);
  expect(sent[0]?.headers).toEqual({ 'x-duban': '1' });
  await sent[0]?.progress(40);
  expect(lines()).toEqual(['小票.png 正在上传，40% 移除']);
  await submit();
  expect(errorLinks()).toEqual([['还有文件正在上传，请等上传完再继续', '#fileIds']]);
  await sent[0]?.answer(200, { id: 'f1', name: '小票.png', size: 2048 });
  expect(lines()).toEqual(['小票.png 已上传，2 KB 移除']);
  expect(kept()).toEqual([{ id: 'f1', name: '小票.png', size: 2048 }]);
  await click('.files button');
  expect(lines()).toEqual([]);
  expect(kept()).toEqual([]);
  expect(document.activeElement?.id).toBe('fileIds');
});

test('two at once both arrive', async () => {
  await choose(['一.png', 10], ['二.png', 10]);
  await sent[1]?.answer(200, { id: 'f2', name: '二.png', size: 10 });
  await sent[0]?.answer(200, { id: 'f1', name: '一.png', size: 10 });
  expect(kept().map(({ id }: { id: string }) => id)).toEqual(['f2', 'f1']);
});

test('what the server refuses is said in its words, and cannot be tried again', async () => {
  await choose(['病毒.exe', 10]);
  await sent[0]?.answer(400, { message: '只能上传图片和文档。' });
  expect(lines()).toEqual(['病毒.exe 错误：只能上传图片和文档。 移除']);
  await submit();
  expect(errorLinks()).toEqual([['有文件没有传上去，请重试或移除', '#fileIds']]);
});

test('what broke on the way is sent again', async () => {
  await choose(['小票.png', 10]);
  await act(async () => sent[0]?.onerror());
  expect(lines()).toEqual(['小票.png 错误：没有传上去，请检查网络后重试。 重试 移除']);
  await click('.files button');
  await sent[1]?.answer(200, { id: 'f1', name: '小票.png', size: 10 });
  await submit();
  expect(location.pathname).toBe('/public/complain/person');
});

test('too large, empty, too many: not even sent', async () => {
  await choose(['大.png', 1001], ['空.png', 0], ['三.png', 10]);
  expect(lines().map((line) => line?.split('错误：')[1])).toEqual([
    '文件超过 1 KB，请压缩或拆分后再选。 移除',
    '文件是空的，请检查后重新选择。 移除',
    '最多 2 个文件，请先移除一些 移除',
  ]);
  expect(sent).toEqual([]);
});

test('leaving the page gives up what is on its way', async () => {
  await choose(['小票.png', 10]);
  await click('nav a[href$="/figures"]');
  expect(sent[0]?.isAborted).toBe(true);
});

import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { press, render, waitFor } from '../../test/render.tsx';
import { testCache } from '../../test/test-cache.ts';
import { FileDrop } from './file-drop.tsx';
import type { UploadedFile } from './upload-file.ts';

/** Requests as sent, each answered by the test. */
class SentRequest {
  static all: SentRequest[] = [];
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  status = 0;
  responseText = '';
  address = '';
  headers: Record<string, string> = {};
  body: FormData | null = null;
  aborted = false;

  open(method: string, url: string) {
    this.address = `${method} ${url}`;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send(body: FormData) {
    this.body = body;
    SentRequest.all.push(this);
  }
  abort() {
    this.aborted = true;
  }
  async answer(status: number, body: unknown) {
    this.status = status;
    this.responseText = JSON.stringify(body);
    await act(async () => this.onload?.());
  }
}

let value: UploadedFile[] = [];
let discarded: unknown[] = [];

beforeEach(() => {
  SentRequest.all = [];
  value = [];
  discarded = [];
  vi.stubGlobal('XMLHttpRequest', SentRequest);
});
afterEach(() => vi.unstubAllGlobals());

function Held({ max }: { max: number }) {
  const [files, setFiles] = useState<UploadedFile[]>([]);
  value = files;
  return <FileDrop label="佐证材料" value={files} onChange={setFiles} max={max} />;
}

async function zone(max = 20): Promise<HTMLElement> {
  const link = new ApolloLink(({ variables }) => {
    discarded.push(variables.id);
    return new Observable((observer) => {
      observer.next({ data: { discardAttachment: { __typename: 'AttachmentDiscarded' } } });
      observer.complete();
    });
  });
  const client = new ApolloClient({ cache: testCache(), link });
  return render(
    <ApolloProvider client={client}>
      <Held max={max} />
    </ApolloProvider>,
  );
}

const fileOf = (name: string, text = '内容') => new File([text], name);

async function choose(container: HTMLElement, ...files: File[]) {
  const input = container.querySelector<HTMLInputElement>('input[type="file"]')!;
  // jsdom's inputs hold no chosen files of their own.
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true });
  await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })));
}

async function bring(target: Element, type: 'drop' | 'paste', ...files: File[]) {
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), {
    [type === 'drop' ? 'dataTransfer' : 'clipboardData']: { files },
  });
  await act(async () => target.dispatchEvent(event));
  return event;
}

const button = (container: HTMLElement, label: string) => container.querySelector(`button[aria-label="${label}"]`);
const uploaded = (id: string, name: string) => ({ id, name, size: 2048, mediaType: 'application/pdf' });

test('a chosen file is sent at once, tells how far it is, and stands in the value when it has arrived', async () => {
  const container = await zone();
  expect(container.textContent).toContain('严禁上传涉密文件');
  await choose(container, fileOf('报告.pdf'), fileOf('照片.png'));
  const [report, photo] = SentRequest.all;
  expect(report).toMatchObject({ address: 'POST /files/attachments', headers: { 'x-duban-csrf': '1' } });
  expect((report!.body!.get('file') as File).name).toBe('报告.pdf');
  await act(async () => report!.upload.onprogress?.({ loaded: 30, total: 60 }));
  expect(container.querySelector('[role="progressbar"]')?.getAttribute('aria-valuenow')).toBe('50');
  await photo!.answer(200, uploaded('2', '照片.png'));
  await report!.answer(200, uploaded('1', '报告.pdf'));
  expect(value.map(({ id }) => id)).toEqual(['2', '1']);
  expect(container.querySelector('[role="status"]')?.textContent).toBe('已上传：报告.pdf');
  expect(container.querySelector('a[download="报告.pdf"]')?.getAttribute('href')).toBe('/files/attachments/1?download=1');
});

test('files are also dropped in, and screenshots pasted under a name of their own', async () => {
  const container = await zone();
  const section = container.querySelector('section')!;
  expect((await bring(section.firstElementChild!, 'drop', fileOf('通知.docx'))).defaultPrevented).toBe(true);
  expect((await bring(section, 'paste', fileOf('image.png'))).defaultPrevented).toBe(true);
  expect((await bring(section, 'paste')).defaultPrevented).toBe(false);
  expect(SentRequest.all.map(({ body }) => (body!.get('file') as File).name)).toEqual(['通知.docx', '截图.png']);
});

test('a refused file says why in words and can only be removed; one that was not sent is sent again', async () => {
  const container = await zone();
  await choose(container, fileOf('图.pdf'), fileOf('断网.pdf'));
  const [lying, lost] = SentRequest.all;
  await lying!.answer(400, { code: 'LYING_NAME', content: 'JPEG', extension: 'pdf', message: '…' });
  await act(async () => lost!.onerror?.());
  const said = [...container.querySelectorAll('[role="alert"]')].map((alert) => alert.textContent);
  expect(said).toEqual(['文件内容是 JPEG 图片，与扩展名 .pdf 不符。请改正文件名或另存后上传。', '没有传上去，请检查网络后重试。']);
  expect(button(container, '重新上传 图.pdf')).toBeNull();
  await press(button(container, '移除 图.pdf'));
  await press(button(container, '重新上传 断网.pdf'));
  await SentRequest.all[2]!.answer(200, uploaded('3', '断网.pdf'));
  expect(container.querySelectorAll('[role="alert"]')).toHaveLength(0);
  expect(value.map(({ id }) => id)).toEqual(['3']);
});

test('empty, too large and too many are known without sending', async () => {
  const container = await zone(1);
  const large = fileOf('大.pdf');
  Object.defineProperty(large, 'size', { value: 20 * 1024 * 1024 + 1 });
  await choose(container, fileOf('空.pdf', ''), large, fileOf('一.pdf'), fileOf('二.pdf'));
  expect(SentRequest.all).toHaveLength(1);
  const said = [...container.querySelectorAll('[role="alert"]')].map((alert) => alert.textContent);
  expect(said).toEqual([
    '文件是空的，请检查后重新选择。',
    '文件超过 20 MB 的上限，请压缩图片或拆分后上传。',
    '附件数量已到上限，请先移除不用的。',
  ]);
});

test('an upload is cancelled, and a file that arrived is removed here and on the server', async () => {
  const container = await zone();
  await choose(container, fileOf('甲.pdf'), fileOf('乙.pdf'));
  await press(button(container, '取消上传 甲.pdf'));
  expect(SentRequest.all[0]!.aborted).toBe(true);
  await SentRequest.all[1]!.answer(200, uploaded('5', '乙.pdf'));
  await press(button(container, '移除 乙.pdf'));
  await waitFor(() => (discarded.length > 0 ? true : null));
  expect([value, discarded]).toEqual([[], ['5']]);
  expect(document.activeElement?.textContent).toContain('选择文件');
});

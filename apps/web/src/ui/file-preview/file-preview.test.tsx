import { afterEach, expect, test, vi } from 'vitest';
import { press, render, waitFor } from '../../test/render.tsx';
import { FilePreview } from './file-preview.tsx';

afterEach(() => vi.unstubAllGlobals());

const file = (name: string, mediaType: string) => ({ name, mediaType, href: '/files/attachments/1', size: 3_250_000 });

async function opened(name: string, mediaType: string): Promise<HTMLElement> {
  const container = await render(<FilePreview file={file(name, mediaType)} />);
  await press(container.querySelector('button'));
  return waitFor(() => document.querySelector<HTMLElement>('[role="dialog"]'));
}

test('a picture opens in a dialog, from where it can be saved', async () => {
  const picture = await opened('现场.png', 'image/png');
  expect(picture.querySelector('img[alt="现场.png"]')?.getAttribute('src')).toBe('/files/attachments/1');
  expect(picture.querySelector('a[download="现场.png"]')?.getAttribute('href')).toBe('/files/attachments/1?download=1');
});

test('a PDF is shown by the browser', async () => {
  const paper = await opened('报告.pdf', 'application/pdf');
  expect(paper.querySelector('iframe[title="报告.pdf"]')?.getAttribute('src')).toBe('/files/attachments/1');
});

test('a text is read in the charset that the server found', async () => {
  const gb18030 = new Uint8Array([0xd5, 0xfb, 0xb8, 0xc4]);
  vi.stubGlobal('fetch', async () => new Response(gb18030, { headers: { 'content-type': 'text/plain; charset=gb18030' } }));
  const dialog = await opened('说明.txt', 'text/plain; charset=gb18030');
  expect((await waitFor(() => dialog.querySelector('pre'))).textContent).toBe('整改');
});

test('what no browser shows is only saved', async () => {
  const container = await render(<FilePreview file={file('报告.docx', 'application/msword')} />);
  expect(container.querySelector('button')).toBeNull();
  expect(container.textContent).toBe('报告.docx3.1 MB下载');
});

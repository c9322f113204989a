import { describe, expect, it } from 'vitest';
import { letterOf } from '../testing/office.fixture.ts';
import { photoOf } from '../testing/pictures.fixture.ts';
import { clearInWorker } from './clear-in-worker.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('clearing in a thread of its own', () => {
  it('answers the copy and what can be read in it', async () => {
    const { bytes, text } = await clearInWorker(letterOf({ author: '张举报', more: { 'word/media/image1.jpeg': photoOf('x') } }), docx);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(text).toContain('办事拖延');
    expect(await clearInWorker(Buffer.from('整改'), 'text/plain; charset=utf-8')).toEqual({ bytes: Buffer.from('整改'), text: '整改' });
  });

  it('answers why not, and gives up what takes too long', async () => {
    await expect(clearInWorker(Buffer.from('x'), 'application/msword')).rejects.toMatchObject({ code: 'OLD_OFFICE' });
    await expect(clearInWorker(Buffer.from('PK\x03\x04'), docx)).rejects.toMatchObject({ code: 'DAMAGED' });
    const pictures = Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [`word/media/image${at}.jpeg`, photoOf(`${at}`.repeat(5000))]),
    );
    const long = letterOf({ author: 'x', more: pictures });
    await expect(clearInWorker(long, docx, { timeout: 1 })).rejects.toMatchObject({ code: 'TOO_HARD' });
  });
});

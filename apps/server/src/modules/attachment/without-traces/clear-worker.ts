import { threadWork } from '@duban/threads/thread-work';
import { FileRefused, type RefusalCode } from '../file-refused.ts';
import { TracesRemain, type TracesRemainCode } from './traces-remain.ts';
import { withoutTraces } from './without-traces.ts';

export interface ClearTask {
  bytes: Uint8Array;
  mediaType: string;
}

export type ClearAnswer =
  | { type: 'cleared'; bytes: Uint8Array; text: string | null }
  | { type: 'remain'; code: TracesRemainCode }
  | { type: 'refused'; code: RefusalCode };

export const work = threadWork<ClearTask, ClearAnswer>(({ bytes, mediaType }) => {
  try {
    const cleared = withoutTraces(Buffer.from(bytes), mediaType);
    return { type: 'cleared', bytes: new Uint8Array(cleared.bytes), text: cleared.text };
  } catch (error) {
    if (error instanceof TracesRemain) return { type: 'remain', code: error.code };
    if (error instanceof FileRefused) return { type: 'refused', code: error.code };
    throw error;
  }
});

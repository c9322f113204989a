import { useEffect, useRef, useState } from 'react';
import { type UploadedFile, UploadFailed, type UploadProblem, uploadFile } from './upload-file.ts';

const mostBytes = 20 * 1024 * 1024;

/** A file on its way, or one that did not get there. */
export interface Upload {
  key: number;
  file: File;
  percent: number;
  problem: UploadProblem | null;
}

interface UploadsGiven {
  value: readonly UploadedFile[];
  onChange: (files: UploadedFile[]) => void;
  max: number;
  /** Told of each file that arrived. */
  onArrived: (file: UploadedFile) => void;
}

/** Files being sent; each that arrives is added to `value`. */
export function useUploads({ value, onChange, max, onArrived }: UploadsGiven) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const aborts = useRef(new Map<number, AbortController>());
  const nextKey = useRef(0);
  // Several may arrive between two renders.
  const latest = useRef(value);
  latest.current = value;
  useEffect(() => {
    const open = aborts.current;
    return () => {
      for (const abort of open.values()) abort.abort();
    };
  }, []);

  const patch = (key: number, change: Partial<Upload>) =>
    setUploads((before) => before.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  const change = (files: UploadedFile[]) => {
    latest.current = files;
    onChange(files);
  };
  const drop = (key: number) => {
    aborts.current.get(key)?.abort();
    aborts.current.delete(key);
    setUploads((before) => before.filter((upload) => upload.key !== key));
  };

  const send = async (key: number, file: File) => {
    const abort = new AbortController();
    aborts.current.set(key, abort);
    try {
      const arrived = await uploadFile(file, { onProgress: (percent) => patch(key, { percent }), signal: abort.signal });
      drop(key);
      change([...latest.current, arrived]);
      onArrived(arrived);
    } catch (error) {
      aborts.current.delete(key);
      patch(key, { problem: error instanceof UploadFailed ? error.problem : {} });
    }
  };

  const add = (files: readonly File[]) => {
    let room = max - value.length - uploads.filter(({ problem }) => problem === null).length;
    const added = files.map((file): Upload => {
      nextKey.current += 1;
      const code = refusedAtOnce(file) ?? (room > 0 ? null : 'TOO_MANY_HERE');
      if (code === null) room -= 1;
      return { key: nextKey.current, file, percent: 0, problem: code === null ? null : { code } };
    });
    setUploads((before) => [...before, ...added]);
    for (const { key, file, problem } of added) if (problem === null) void send(key, file);
  };
  const retry = ({ key, file }: Upload) => {
    patch(key, { percent: 0, problem: null });
    void send(key, file);
  };
  const remove = (id: string) => change(latest.current.filter((file) => file.id !== id));
  return { uploads, add, retry, drop, remove };
}

/** What needs no server to be known. */
function refusedAtOnce({ size }: File): string | null {
  if (size === 0) return 'EMPTY';
  return size > mostBytes ? 'TOO_LARGE' : null;
}

import type { Signal } from '../../ui/live.ts';

const query = 'subscription Changes { changes { kind itemIds itemKinds } }';
const shortestWaitMs = 1000;
const longestWaitMs = 30_000;
/** The server says something at least every 15 seconds; a connection that is silent for so long is dead, whatever the network says. */
const silentMs = 45_000;

type StreamEvents = {
  hear: (signal: Signal) => void;
  /** True once the stream stands, false when it broke. */
  stands: (stands: boolean) => void;
};

type KeepOptions = {
  /** Whether signals may have been missed before this stream: then it begins with ALL. */
  mayHaveMissed: boolean;
};

/**
 * Keeps one stream of signals open until aborted: when it breaks, it comes back with longer and longer waits (at once when the network does)
 * and then says ALL, to catch up. It also says ALL when the server refuses it: what is read then tells why.
 */
export async function keepStream(signal: AbortSignal, events: StreamEvents, { mayHaveMissed }: KeepOptions): Promise<void> {
  let isBehind = mayHaveMissed;
  let wait = shortestWaitMs;
  const opened = () => {
    wait = shortestWaitMs;
    events.stands(true);
    if (isBehind) events.hear({ kind: 'ALL', itemIds: [], itemKinds: [] });
    isBehind = true;
  };
  while (!signal.aborted) {
    try {
      await readStream(signal, opened, events.hear);
    } catch (error) {
      if (error instanceof StreamRefused) {
        wait = longestWaitMs;
        events.hear({ kind: 'ALL', itemIds: [], itemKinds: [] });
      }
    }
    if (signal.aborted) return;
    events.stands(false);
    await pause(wait * (0.75 + Math.random() / 2), signal);
    wait = Math.min(longestWaitMs, wait * 2);
  }
}

/** The session has ended, or a new password is due. */
class StreamRefused extends Error {}

/** Reads one stream to its end. Throws when it breaks, falls silent, or is not given. */
async function readStream(signal: AbortSignal, opened: () => void, hear: (signal: Signal) => void): Promise<void> {
  const aborter = new AbortController();
  const abort = () => aborter.abort();
  signal.addEventListener('abort', abort);
  let silence = setTimeout(abort, silentMs);
  try {
    const answer = await fetch('/graphql/stream', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json', 'x-duban-csrf': '1', 'x-duban-background': '1' },
      body: JSON.stringify({ query }),
      signal: aborter.signal,
    });
    if (answer.status === 401 || answer.status === 403) throw new StreamRefused();
    if (!answer.ok || !answer.body) throw new Error(`no stream: ${answer.status}`);
    opened();
    const reader = answer.body.getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(silence);
      silence = setTimeout(abort, silentMs);
      const blocks = (text + decoder.decode(value, { stream: true })).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const told = signalOf(block);
        if (told) hear(told);
      }
    }
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', abort);
    abort();
  }
}

/** The signal in a block of the stream; null for heartbeats and the end. */
function signalOf(block: string): Signal | null {
  if (!/^event: next$/m.test(block)) return null;
  const data = /^data: (.*)$/m.exec(block)?.[1];
  return data ? ((JSON.parse(data) as { data?: { changes: Signal } }).data?.changes ?? null) : null;
}

/** Waits, but not longer than the network is away. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      window.removeEventListener('online', over);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    window.addEventListener('online', over);
    signal.addEventListener('abort', over);
  });
}

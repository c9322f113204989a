import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Signal } from '../../ui/live.ts';
import { lead, leadByWord } from './leader.ts';
import { createRefresh } from './refresh.ts';
import { keepStream } from './stream.ts';

/** A channel that speaks at once, so that time is the test's own. */
class NearChannel {
  static all = new Set<NearChannel>();
  onmessage: ((event: { data: unknown }) => void) | null = null;
  readonly name: string;

  constructor(name: string) {
    this.name = name;
    NearChannel.all.add(this);
  }

  postMessage(data: unknown): void {
    if (!NearChannel.all.has(this)) return;
    for (const other of [...NearChannel.all]) if (other !== this && other.name === this.name) other.onmessage?.({ data });
  }

  close(): void {
    NearChannel.all.delete(this);
  }
}

let visibility: DocumentVisibilityState;
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('BroadcastChannel', NearChannel);
  visibility = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
});
afterEach(() => {
  NearChannel.all.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function show(next: DocumentVisibilityState): void {
  visibility = next;
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('leading by word of mouth', () => {
  const tab = (name: string) => {
    const own: { leads: boolean; stop: () => void } = { leads: false, stop: () => undefined };
    own.stop = leadByWord(name, (signal) => {
      own.leads = true;
      signal.addEventListener('abort', () => {
        own.leads = false;
      });
    });
    return own;
  };
  const leaders = (tabs: { leads: boolean }[]) => tabs.filter(({ leads }) => leads).length;

  it('one of many tabs leads, and stays when others come', async () => {
    const tabs = Array.from({ length: 8 }, () => tab('a'));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(leaders(tabs)).toBe(1);
    const first = tabs.find(({ leads }) => leads);
    const late = tab('a');
    await vi.advanceTimersByTimeAsync(20_000);
    expect([first?.leads, late.leads]).toEqual([true, false]);
  });

  it('another takes over within a second when the leader goes, and within five when it dies without a word', async () => {
    const tabs = Array.from({ length: 3 }, () => tab('a'));
    await vi.advanceTimersByTimeAsync(2000);
    const first = tabs.find(({ leads }) => leads)!;
    first.stop();
    await vi.advanceTimersByTimeAsync(1000);
    expect([leaders(tabs), first.leads]).toEqual([1, false]);
    const second = tabs.findIndex(({ leads }) => leads);
    // Its channel falls silent: the tab is frozen.
    const channel = [...NearChannel.all][tabs.filter((each) => each !== first).indexOf(tabs[second]!)]!;
    NearChannel.all.delete(channel);
    channel.onmessage = null;
    await vi.advanceTimersByTimeAsync(5000);
    expect(tabs.filter(({ leads }, at) => leads && at !== second)).toHaveLength(1);
  });

  it('of two leaders one steps down as soon as they hear of each other', async () => {
    const one = tab('a');
    const hidden = [...NearChannel.all];
    NearChannel.all.clear();
    const other = tab('a');
    await vi.advanceTimersByTimeAsync(2000);
    expect(leaders([one, other])).toBe(2);
    for (const channel of hidden) NearChannel.all.add(channel);
    hidden[0]!.onmessage?.({ data: { from: '0', word: 'WHO' } });
    expect(leaders([one, other])).toBe(1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(leaders([one, other])).toBe(1);
  });

  it('tabs of different persons lead apart', async () => {
    const tabs = [tab('a'), tab('b')];
    await vi.advanceTimersByTimeAsync(2000);
    expect(leaders(tabs)).toBe(2);
  });
});

it('where there are Web Locks, the holder of the lock leads, and lets go of it when it stops', async () => {
  const held: Promise<unknown>[] = [];
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, _options: unknown, hold: () => Promise<unknown>) => held[held.push(hold()) - 1] },
  });
  let ended = false;
  const stop = lead('a', (signal) =>
    signal.addEventListener('abort', () => {
      ended = true;
    }),
  );
  expect(held).toHaveLength(1);
  stop();
  await held[0];
  expect(ended).toBe(true);
});

describe('reading anew', () => {
  it('answers a burst once, 100 ms after its first signal', async () => {
    const read = vi.fn(async () => undefined);
    const { ask, stop } = createRefresh(read);
    for (let count = 0; count < 20; count++) ask();
    await vi.advanceTimersByTimeAsync(99);
    expect(read).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2000);
    expect(read).toHaveBeenCalledTimes(1);
    stop();
  });

  it('rests as long as a reading took', async () => {
    const begun: number[] = [];
    const { ask, stop } = createRefresh(async () => {
      begun.push(performance.now());
      await new Promise((resolve) => setTimeout(resolve, 1000));
    });
    const asking = setInterval(ask, 50);
    await vi.advanceTimersByTimeAsync(10_000);
    clearInterval(asking);
    stop();
    expect(begun.length).toBeGreaterThan(3);
    for (const [at, time] of begun.slice(1).entries()) expect(time - begun[at]!).toBeGreaterThanOrEqual(2000);
  });

  it('never reads twice at a time, and reads once more for what came meanwhile', async () => {
    let underWay = 0;
    const read = vi.fn(async () => {
      underWay++;
      expect(underWay).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      underWay--;
    });
    const { ask, stop } = createRefresh(read);
    ask();
    await vi.advanceTimersByTimeAsync(500);
    ask();
    ask();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(read).toHaveBeenCalledTimes(2);
    stop();
  });

  it('waits while the page is hidden, and goes on after a reading that failed', async () => {
    const read = vi.fn(async () => Promise.reject(new Error('away')));
    const { ask, stop } = createRefresh(read);
    show('hidden');
    ask();
    await vi.advanceTimersByTimeAsync(5000);
    expect(read).not.toHaveBeenCalled();
    show('visible');
    await vi.advanceTimersByTimeAsync(500);
    expect(read).toHaveBeenCalledTimes(1);
    ask();
    await vi.advanceTimersByTimeAsync(500);
    expect(read).toHaveBeenCalledTimes(2);
    ask();
    stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(read).toHaveBeenCalledTimes(2);
  });
});

describe('a stream', () => {
  const items: Signal = { kind: 'ITEMS', itemIds: ['i1'], itemKinds: ['COMPLAINT'] };
  /** Answers of the server, in their turn; each stream can be written to and broken. */
  function serve(...statuses: number[]) {
    const streams: { write: (text: string) => void; break: () => void; isAborted: () => boolean }[] = [];
    const calls = vi.fn(async (_url: string, { signal }: RequestInit) => {
      const status = statuses.shift() ?? 200;
      if (status === 0) throw new TypeError('Failed to fetch');
      if (status !== 200) return new Response('{}', { status });
      let control!: ReadableStreamDefaultController<Uint8Array>;
      const body = new ReadableStream<Uint8Array>({
        start: (given) => {
          control = given;
        },
      });
      signal?.addEventListener('abort', () => control.error(new Error('aborted')));
      streams.push({
        write: (text) => control.enqueue(new TextEncoder().encode(text)),
        break: () => control.error(new Error('broken')),
        isAborted: () => signal?.aborted ?? false,
      });
      return new Response(body, { status: 200 });
    });
    vi.stubGlobal('fetch', calls);
    return { calls, streams };
  }
  function keep(mayHaveMissed = false) {
    const aborter = new AbortController();
    const heard: Signal[] = [];
    const stood: boolean[] = [];
    void keepStream(aborter.signal, { hear: (told) => heard.push(told), stands: (now) => stood.push(now) }, { mayHaveMissed });
    return { heard, stood, stop: () => aborter.abort() };
  }
  const next = `event: next\ndata: ${JSON.stringify({ data: { changes: items } })}\n\n`;
  const settle = () => vi.advanceTimersByTimeAsync(10);

  it('tells signals, also those cut in the middle, and no heartbeat', async () => {
    const { streams } = serve();
    const { heard, stop } = keep();
    await settle();
    streams[0]!.write(':\n\n');
    streams[0]!.write(next.slice(0, 30));
    await settle();
    expect(heard).toEqual([]);
    streams[0]!.write(`${next.slice(30)}:\n\n`);
    await settle();
    expect(heard).toEqual([items]);
    stop();
  });

  it('comes back when it breaks, with longer and longer waits, and catches up once', async () => {
    const { calls, streams } = serve(200, 0, 502, 0, 200);
    const { heard, stood, stop } = keep();
    await settle();
    streams[0]!.break();
    await vi.advanceTimersByTimeAsync(1300);
    expect(calls).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(2600);
    expect(calls).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(5200 + 10_400);
    expect(calls).toHaveBeenCalledTimes(5);
    expect(heard.map(({ kind }) => kind)).toEqual(['ALL']);
    expect([stood[0], stood.at(-1)]).toEqual([true, true]);
    stop();
  });

  it('that falls silent is given up and opened anew', async () => {
    const { calls, streams } = serve();
    const { stop } = keep();
    await settle();
    for (let beat = 0; beat < 6; beat++) {
      await vi.advanceTimersByTimeAsync(15_000);
      streams[0]!.write(':\n\n');
    }
    expect(calls).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(47_000);
    expect(calls).toHaveBeenCalledTimes(2);
    expect(streams[0]!.isAborted()).toBe(true);
    stop();
  });

  it('comes back at once with the network', async () => {
    const { calls } = serve(0, 0, 0, 0, 200);
    const { stop } = keep();
    await vi.advanceTimersByTimeAsync(8000);
    const before = calls.mock.calls.length;
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(calls).toHaveBeenCalledTimes(before + 1);
    stop();
  });

  it('that is refused asks the screen to find out why, and is not asked for in a hurry', async () => {
    const { calls } = serve(401, 401);
    const { heard, stop } = keep();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(calls).toHaveBeenCalledTimes(1);
    expect(heard.map(({ kind }) => kind)).toEqual(['ALL']);
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toHaveBeenCalledTimes(1);
  });

  it('begun by a tab that took over late begins with ALL', async () => {
    serve();
    const { heard, stop } = keep(true);
    await settle();
    expect(heard.map(({ kind }) => kind)).toEqual(['ALL']);
    stop();
  });
});

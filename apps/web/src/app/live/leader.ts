/** Work that one tab of the browser does for all (model 23): it is begun in the leading tab, and ends when `signal` is aborted. */
export type LeaderWork = (signal: AbortSignal) => void;

/**
 * Lets one tab lead among those of the same name. Web Locks say who, where the page is secure; on plain http the tabs agree over a
 * BroadcastChannel. Answers how to step down.
 */
export function lead(name: string, work: LeaderWork): () => void {
  return 'locks' in navigator ? leadByLock(name, work) : leadByWord(name, work);
}

function leadByLock(name: string, work: LeaderWork): () => void {
  const ended = new AbortController();
  navigator.locks
    .request(name, { signal: ended.signal }, () => {
      work(ended.signal);
      // Held until this tab steps down or is closed.
      return new Promise<void>((resolve) => ended.signal.addEventListener('abort', () => resolve()));
    })
    .catch(() => undefined);
  return () => ended.abort();
}

/** WHO asks whether anybody leads, LEAD answers, GONE says that the leader steps down. */
type Word = { from: string; word: 'WHO' | 'LEAD' | 'GONE' };

const askEveryMs = 3000;
/** A leader answers within this; a little by chance, so that two tabs don't take over at once. */
const answerMs = () => 300 + Math.random() * 300;

/**
 * Leading by word of mouth. A leader only answers: a hidden tab's timers are slowed to one a minute, its messages are not. Who asks in vain
 * takes over, and of two leaders the one with the lower name stays.
 */
export function leadByWord(name: string, work: LeaderWork): () => void {
  const channel = new BroadcastChannel(name);
  const own = [...crypto.getRandomValues(new Uint32Array(2))].join('-');
  let leading: AbortController | null = null;
  let verdict: ReturnType<typeof setTimeout> | undefined;
  const say = (word: Word['word']) => channel.postMessage({ from: own, word } satisfies Word);
  const begin = () => {
    verdict = undefined;
    const leadership = new AbortController();
    leading = leadership;
    work(leadership.signal);
    say('LEAD');
  };
  const ask = () => {
    if (leading || verdict) return;
    verdict = setTimeout(begin, answerMs());
    say('WHO');
  };
  channel.onmessage = ({ data: { from, word } }: MessageEvent<Word>) => {
    if (word === 'GONE') ask();
    else if (word === 'WHO') {
      if (leading) say('LEAD');
    } else if (!leading) {
      clearTimeout(verdict);
      verdict = undefined;
    } else if (from < own) {
      leading.abort();
      leading = null;
    } else say('LEAD');
  };
  const stepDown = () => {
    if (!leading) return;
    leading.abort();
    leading = null;
    say('GONE');
  };
  const timer = setInterval(ask, askEveryMs);
  window.addEventListener('pagehide', stepDown);
  ask();
  return () => {
    clearInterval(timer);
    clearTimeout(verdict);
    window.removeEventListener('pagehide', stepDown);
    stepDown();
    channel.close();
  };
}

import { ApolloLink, execute, Observable } from '@apollo/client';
import { parse } from 'graphql';
import { beforeEach, expect, it, vi } from 'vitest';
import { forgetAnswers, keptAnswers, keptAs } from './kept-answers.ts';

const words = parse('query { words }');
const offline = new TypeError('Failed to fetch');

/** Asks `query` of a server that answers as given; resolves to the data, rejects with the error. */
function ask(answer: () => Observable<ApolloLink.Result>, { name = 'words' as string | null, query = words } = {}) {
  const link = ApolloLink.from([keptAnswers, new ApolloLink(answer)]);
  const context = { client: {} as never };
  return new Promise<unknown>((resolve, reject) => {
    execute(link, { query, ...(name ? { context: keptAs(name) } : {}) }, context).subscribe({
      next: ({ data }) => resolve(data),
      error: reject,
    });
  });
}
const says = (text: string) => () =>
  new Observable<ApolloLink.Result>((observer) => {
    observer.next({ data: { words: text } });
    observer.complete();
  });
const fails = (error: Error) => () => new Observable<ApolloLink.Result>((observer) => observer.error(error));

beforeEach(() => window.localStorage.clear());

it('answers without a network what was answered last, under its name', async () => {
  await ask(says('one'));
  await ask(says('two'));
  expect(await ask(fails(offline))).toEqual({ words: 'two' });
  await expect(ask(fails(offline), { name: 'others' })).rejects.toBe(offline);
});

it('keeps nothing of queries without a name, and nothing once it is told to forget', async () => {
  await ask(says('one'), { name: null });
  expect(window.localStorage).toHaveLength(0);
  await ask(says('one'));
  forgetAnswers();
  await expect(ask(fails(offline))).rejects.toBe(offline);
});

it('leaves a refusal as it is: only a network that fails is stood in for', async () => {
  await ask(says('one'));
  const refused = new Error('refused');
  await expect(ask(fails(refused))).rejects.toBe(refused);
});

it('is of no use to a question that was changed since', async () => {
  await ask(says('one'));
  const query = parse('query { words more }');
  await expect(ask(fails(offline), { query })).rejects.toBe(offline);
});

it('does not wait for long on a network that never answers, where it knows an answer', async () => {
  await ask(says('one'));
  vi.useFakeTimers();
  const answer = ask(() => new Observable(() => undefined));
  await vi.advanceTimersByTimeAsync(6000);
  vi.useRealTimers();
  expect(await answer).toEqual({ words: 'one' });
});

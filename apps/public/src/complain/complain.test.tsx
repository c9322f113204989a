import { afterEach, expect, test, vi } from 'vitest';
import { click, errorAt, errorLinks, open, settled, submit, type, unmount } from '../test/render.tsx';
import { form, type Reply, serve } from '../test/server.ts';

afterEach(() => vi.restoreAllMocks());

const registered: Reply = {
  data: { submitComplaint: { __typename: 'ComplaintSubmitted', code: 'AB12-CD34', receivedOn: '2014-09-30', acceptBy: '2014-10-10' } },
};
const refused = (field: string, code: string, message: string): Reply => ({
  data: { submitComplaint: { __typename: 'InputError', message, fields: [{ field, code, message }] } },
});

/** Writes an anonymous complaint up to the last step. */
async function write(): Promise<void> {
  await open('/complain');
  await click('main .buttons button');
  await type('unitId', '市教育局');
  await submit();
  await type('facts', '窗口不办，也不说为什么。');
  await submit();
  await submit();
  await click('#isNamed-no');
  await submit();
  await type('secret', 'correct horse');
  await type('secretAgain', 'correct horse');
}
const text = () => document.querySelector('main')?.textContent ?? '';

test('a step with a fault stays, lists it with a link to its field, and says it there', async () => {
  serve({});
  await open('/complain/facts');
  await type('people', '三个');
  await submit();
  expect(location.pathname).toBe('/public/complain/facts');
  expect(errorLinks()).toEqual([
    ['请写明事情经过', '#facts'],
    ['人数请填 1 到 9999 的整数', '#people'],
  ]);
  expect(document.activeElement?.className).toBe('error-summary');
  expect(errorAt('facts')).toBe('请写明事情经过');
  expect(document.querySelector('#facts')?.getAttribute('aria-describedby')).toContain('facts-error');
  expect(document.title).toMatch(/^有错误：发生了什么/);
  await click('.error-summary li:last-child a');
  expect(document.activeElement?.id).toBe('people');
});

test('what is typed is kept in the tab, the secret is not', async () => {
  serve({});
  await write();
  expect(sessionStorage.getItem('duban-complaint')).toContain('窗口不办');
  expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain('correct horse');
  await unmount();
  await open('/complain/facts');
  expect(document.querySelector<HTMLTextAreaElement>('#facts')?.value).toBe('窗口不办，也不说为什么。');
});

test.each<[string, Reply]>([
  ['the server is away', { status: 503, body: { errors: [{ message: '（编号 1）' }] } }],
  ['the network breaks', 'BROKEN'],
])('%s: the truth is told, all is kept, and it is sent again with the same ticket', async (_, reply) => {
  let attempts = 0;
  const server = serve({ Submit: () => (++attempts === 1 ? reply : registered) });
  await write();
  await submit();
  expect(document.querySelector('.notice')?.textContent).toContain('不能确认服务器是否收到');
  expect(document.activeElement?.classList.contains('notice')).toBe(true);
  expect(text()).toContain('窗口不办，也不说为什么。');
  expect(document.querySelector<HTMLInputElement>('#secret')?.value).toBe('correct horse');
  await submit();
  const [first, second] = server.of('Submit');
  expect(second).toEqual(first);
  expect(first?.input).toMatchObject({
    ticket: 'ticket-1',
    unitId: 'u1',
    secret: 'correct horse',
    isNamed: false,
    phone: null,
    website: null,
  });
  expect(location.pathname).toBe('/public/complain/done');
  expect(document.querySelector('.code')?.textContent).toBe('AB12-CD34');
  expect(document.activeElement?.tagName).toBe('H1');
  expect(sessionStorage.getItem('duban-complaint')).toBeNull();
});

test('after a reload it still says that nobody knows whether it arrived, with the same ticket', async () => {
  const server = serve({ Submit: () => 'BROKEN' });
  await write();
  await submit();
  const { forgetSubmission } = await import('./submission.ts');
  await unmount();
  forgetSubmission();
  await open('/complain/send');
  expect(document.querySelector('.notice')?.textContent).toContain('请不要换查询密码');
  await type('secret', 'correct horse');
  await type('secretAgain', 'correct horse');
  await submit();
  expect(server.of('Submit').map(({ input }) => (input as { ticket: string }).ticket)).toEqual(['ticket-1', 'ticket-1']);
});

test('offline nothing is sent, and it says so', async () => {
  const server = serve({ Submit: () => registered });
  await write();
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await submit();
  expect(text()).toContain('服务器没有收到');
  expect(server.of('Submit')).toEqual([]);
});

test('what the server says against a field of another step leads there and stands at the field', async () => {
  serve({ Submit: () => refused('facts', 'UNREADABLE', '事情经过里有不能识别的字符') });
  await write();
  await submit();
  expect(errorLinks()).toEqual([['事情经过里有不能识别的字符', '/public/complain/facts#facts']]);
  await click('.error-summary a');
  expect(errorAt('facts')).toBe('事情经过里有不能识别的字符');
  expect(document.activeElement?.id).toBe('facts');
  await type('facts', '改过了');
  expect(errorAt('facts')).toBeNull();
  await submit();
  expect(location.pathname).toBe('/public/complain/send');
});

test('a ticket that has expired is renewed without losing anything', async () => {
  let tickets = 0;
  const server = serve({
    Form: () => ({ data: { complaintForm: { ...form.complaintForm, ticket: `ticket-${++tickets}` } } }),
    Submit: ({ input }: { input: { ticket: string } }) =>
      input.ticket === 'ticket-1' ? refused('form', 'EXPIRED', '表单已过期') : registered,
  });
  await write();
  await submit();
  expect(text()).toContain('已经换了一份新的');
  await submit();
  expect(server.of('Submit').map(({ input }) => (input as { ticket: string }).ticket)).toEqual(['ticket-1', 'ticket-2']);
  expect(document.querySelector('.code')?.textContent).toBe('AB12-CD34');
});

test.each<[string, Reply]>([
  ['the limit of the site', { data: { submitComplaint: { __typename: 'TooManyRequests', message: '请稍后', retryAfterSeconds: 600 } } }],
  ['the limit of the server', { status: 429, headers: { 'retry-after': '600' } }],
])('%s tells how long to wait and keeps all', async (_, reply) => {
  serve({ Submit: () => reply });
  await write();
  await submit();
  expect(document.querySelector('.notice')?.textContent).toContain('请在 10 分钟 后重新提交');
  expect(text()).toContain('窗口不办');
});

test('what is about no field is said in the server’s words, and nothing is lost', async () => {
  serve({ Submit: () => refused('form', 'TOO_FAST', '提交得太快，请稍等几秒再提交。') });
  await write();
  await submit();
  expect(document.querySelector('.notice')?.textContent).toContain('提交得太快，请稍等几秒再提交。');
  expect(errorLinks()).toEqual([]);
  expect(text()).toContain('窗口不办');
});

test('two presses send once, and the answer finds its way from another page', async () => {
  const server = serve({ Submit: () => registered });
  await write();
  const button = document.querySelector<HTMLButtonElement>('main button[type=submit]');
  button?.click();
  button?.click();
  await click('nav a[href$="/figures"]');
  await settled();
  expect(server.of('Submit')).toHaveLength(1);
  expect(location.pathname).toBe('/public/complain/done');
  expect(text()).toContain('无法找回');
});

test('the trap is out of sight and out of the way of keyboard and autofill', async () => {
  serve({});
  await open('/complain/send');
  const trap = document.querySelector<HTMLInputElement>('#website');
  expect([trap?.tabIndex, trap?.getAttribute('autocomplete'), trap?.closest('[aria-hidden]')?.className]).toEqual([-1, 'off', 'trap']);
});

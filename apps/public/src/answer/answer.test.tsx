import { expect, test } from 'vitest';
import { click, errorAt, errorLinks, open, submit, type } from '../test/render.tsx';
import { type Reply, serve } from '../test/server.ts';
import type { Answer } from './opened.ts';

const answer: Answer = {
  __typename: 'ComplaintAnswer',
  code: 'AB12-CD34',
  stage: 'REGISTERED',
  receivedOn: '2014-09-30',
  facts: '窗口不办。',
  wish: null,
  supplements: [],
  acceptBy: '2014-10-10',
  acceptedOn: null,
  refusalReason: null,
  handledBy: null,
  dueOn: null,
  finding: null,
  measures: null,
  answer: null,
  answeredOn: null,
  grade: null,
  steps: [{ step: 'REGISTERED', on: '2014-09-30' }],
  canSupplement: true,
  canWithdraw: true,
  canRate: false,
  canReopen: false,
};
const answered: Answer = {
  ...answer,
  stage: 'ANSWERED',
  acceptedOn: '2014-10-08',
  handledBy: '市教育局',
  dueOn: '2014-10-30',
  finding: 'PARTLY_TRUE',
  measures: '批评教育',
  answer: '已经补办',
  answeredOn: '2014-10-20',
  steps: [...answer.steps, { step: 'TAKEN_ON', on: '2014-10-08' }, { step: 'ANSWERED', on: '2014-10-20' }],
  canWithdraw: false,
  canRate: true,
};

async function look(code = ' ab12 cd34 '): Promise<void> {
  await open('/answer');
  await type('code', code);
  await type('secret', 'correct horse');
  await submit();
}
const opened = (of: Answer) => ({ Open: (): Reply => ({ data: { openComplaint: of } }) });
const main = () => document.querySelector('main')?.textContent ?? '';
const acts = () => Array.from(document.querySelectorAll('details > summary'), ({ textContent }) => textContent);

test('code and secret are needed', async () => {
  serve({});
  await open('/answer');
  await submit();
  expect(errorLinks()).toEqual([
    ['请输入查询码', '#code'],
    ['请输入查询密码', '#secret'],
  ]);
  expect(errorAt('code')).toBe('请输入查询码');
});

test('a wrong pair says one thing and keeps what was typed', async () => {
  serve({ Open: () => ({ data: { openComplaint: { __typename: 'UnknownComplaint', message: '查询码或查询密码不正确。' } } }) });
  await look();
  expect(document.querySelector('.notice')?.textContent).toBe('查询码或查询密码不正确。');
  expect(document.querySelector<HTMLInputElement>('#code')?.value).toBe(' ab12 cd34 ');
});

test('too many tries tell the wait', async () => {
  serve({ Open: () => ({ data: { openComplaint: { __typename: 'TooManyRequests', message: '', retryAfterSeconds: 90 } } }) });
  await look();
  expect(document.querySelector('.notice')?.textContent).toBe('操作太频繁，请在 90 秒 后再试。');
});

test('a new complaint: where it stands, own words, and only the acts that are open', async () => {
  const server = serve(opened(answer));
  await look();
  expect(server.of('Open')).toEqual([{ key: { code: 'ab12cd34', secret: 'correct horse' } }]);
  expect(document.activeElement?.textContent).toBe('投诉 AB12-CD34');
  expect(main()).toContain('等待决定是否受理');
  expect(main()).toContain('还没有答复');
  expect(main()).toContain('2014年10月10日');
  expect(acts()).toEqual(['补充情况', '撤回投诉']);
});

test('an answered one: finding, measures, answer, milestones, rating', async () => {
  serve(opened(answered));
  await look();
  for (const words of ['部分属实', '批评教育', '已经补办', '市教育局', '2014年10月30日']) expect(main()).toContain(words);
  expect(Array.from(document.querySelectorAll('.timeline li'), ({ textContent }) => textContent)).toEqual([
    '登记 2014年9月30日',
    '受理 2014年10月8日',
    '答复 2014年10月20日',
  ]);
  expect(acts()).toEqual(['评价办理结果', '补充情况']);
});

test('a refused one gives the reason and nothing to do', async () => {
  serve(opened({ ...answer, stage: 'REFUSED', refusalReason: '属于法院管辖', canSupplement: false, canWithdraw: false }));
  await look();
  expect(main()).toContain('属于法院管辖');
  expect(acts()).toEqual([]);
});

test('a rating needs a choice, is sent, and the page shows what came of it', async () => {
  const server = serve({
    ...opened(answered),
    Rate: () => ({ data: { rateComplaint: { ...answered, grade: 'DISSATISFIED', canRate: false, canReopen: true } } }),
  });
  await look();
  await submit('#rate');
  expect(errorLinks()).toEqual([['请选择一项评价', '#rate-grade']]);
  await click('#rate-grade-DISSATISFIED');
  await submit('#rate');
  expect(server.of('Rate')[0]?.input).toMatchObject({ grade: 'DISSATISFIED' });
  expect(document.activeElement?.textContent).toBe('评价已收到，谢谢。');
  expect(acts()).toEqual(['要求重新办理', '补充情况']);
});

test('an act that broke keeps its text and is sent again as the same request', async () => {
  let tries = 0;
  const server = serve({
    ...opened(answer),
    Supplement: () =>
      ++tries === 1
        ? { status: 503 }
        : { data: { supplementComplaint: { ...answer, supplements: [{ at: '2014-09-30T02:00:00Z', text: '小票' }] } } },
  });
  await look();
  await type('supplement-text', '小票');
  await submit('#supplement');
  expect(main()).toContain('不能确认服务器是否收到');
  expect(document.querySelector<HTMLTextAreaElement>('#supplement-text')?.value).toBe('小票');
  await submit('#supplement');
  const [first, second] = server.of('Supplement');
  expect(second).toEqual(first);
  expect(main()).toContain('2014年9月30日 10:00');
  expect(document.querySelector<HTMLTextAreaElement>('#supplement-text')?.value).toBe('');
});

test('what is no longer possible is said, at the act', async () => {
  serve({
    ...opened(answer),
    Withdraw: () => ({ data: { withdrawComplaint: { __typename: 'NotPossible', message: '已经答复，不能撤回。' } } }),
  });
  await look();
  await type('withdraw-reason', '解决了');
  await submit('#withdraw');
  expect(document.querySelector('#withdraw .notice')?.textContent).toBe('已经答复，不能撤回。');
});

test('code and secret are nowhere but in memory, and leaving forgets them', async () => {
  serve(opened(answer));
  await look();
  const kept = () =>
    JSON.stringify([location.href, document.title, history.state, { ...sessionStorage }, { ...localStorage }]).toLowerCase();
  expect(kept()).not.toMatch(/ab12|correct/);
  await click('nav a[href$="/public/"]');
  await click('nav a[href$="/answer"]');
  expect(main()).not.toContain('窗口不办');
  expect(document.querySelector<HTMLInputElement>('#code')?.value).toBe('');
});

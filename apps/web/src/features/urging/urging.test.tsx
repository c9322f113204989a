import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act, type ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { cellsOf, press, render, waitFor } from '../../test/render.tsx';
import { testCache } from '../../test/test-cache.ts';
import { type Session, SessionContext } from '../../ui/session.ts';
import { LadderMark } from '../../ui/urging/ladder-mark.tsx';
import { UrgeForm } from '../../ui/urging/urge-form.tsx';
import { Slip } from './slip.tsx';
import type { SlipDetail } from './urging-query.ts';

const session = { campaign: { title: '', titleEn: '', isDemo: true, today: '2014-09-30' } } as Session;
const rungStates = (open: string[], refusal: string) =>
  ['REMINDER', 'URGE', 'YELLOW_CARD', 'RED_CARD'].map((rung) => {
    const isOpen = open.includes(rung);
    return { __typename: 'RungState', rung, isOpen, refusal: isOpen ? null : refusal };
  });

/** The year 2014 with its weekends and the first week of October off. */
const autumn = Array.from({ length: 365 }, (_, n) => {
  const date = new Date(Date.UTC(2014, 0, 1 + n));
  const day = date.toISOString().slice(0, 10);
  const isHoliday = day >= '2014-10-01' && day <= '2014-10-07';
  return { __typename: 'CalendarDay', day, isWorking: !isHoliday && date.getUTCDay() % 6 !== 0, label: null };
});

/** A server that knows two parts, and the variables of each mutation that it got. */
function server(answer: (variables: Record<string, unknown>) => unknown) {
  const sent: Record<string, unknown>[] = [];
  const link = new ApolloLink(({ operationName, variables }) => {
    const reply = (): Record<string, unknown> => {
      if (operationName === 'WorkingCalendar') return { thisYear: autumn, nextYear: [] };
      if (operationName === 'UrgeFormPart') {
        const parts = [
          { __typename: 'ItemUnit', id: 'p1', highestRung: 'URGE', openRungs: rungStates(['URGE', 'YELLOW_CARD'], 'YELLOW_FIRST') },
          { __typename: 'ItemUnit', id: 'p2', highestRung: null, openRungs: rungStates([], 'NOT_UNDER_WAY') },
        ];
        return { item: { __typename: 'StyleProblemItem', id: 'i1', parts } };
      }
      sent.push(variables);
      return { urgeParts: answer(variables) };
    };
    return new Observable((observer) => {
      observer.next({ data: reply() });
      observer.complete();
    });
  });
  const client = new ApolloClient({ link, cache: testCache() });
  const show = (ui: ReactNode) =>
    render(
      <SessionContext value={session}>
        <ApolloProvider client={client}>{ui}</ApolloProvider>
      </SessionContext>,
    );
  return { sent, show };
}

const part = (partId: string, unit: string) => ({ itemId: 'i1', partId, version: 4, number: '风-2014-0001', title: '窗口推诿', unit });
const button = (container: Element, text: string) =>
  [...container.querySelectorAll('button')].find((one) => one.textContent?.includes(text));

it('shows which rungs are open and why others are not, and urges only the parts that may be urged', async () => {
  const result = {
    __typename: 'UrgeResult',
    itemId: 'i1',
    partId: 'p1',
    number: '风-2014-0001',
    done: true,
    slipNumber: '催-2014-0007',
    code: null,
    message: null,
  };
  const { sent, show } = server(() => ({ __typename: 'PartsUrged', results: [result] }));
  const onAnswer = vi.fn();
  const container = await show(<UrgeForm parts={[part('p1', '市国土局'), part('p2', '市财政局')]} onAnswer={onAnswer} />);
  await waitFor(() => container.querySelector('form'));
  expect(container.textContent).toContain('红牌：须先发黄牌');
  expect(container.textContent).toContain('催办：该单位已反馈、已退回或已办结');
  const radios = [...container.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  expect(radios.map(({ disabled }) => disabled)).toEqual([true, false, false, true]);
  await press(button(container, '进展缓慢'));
  await press(await waitFor(() => button(container, '3 个工作日')));
  expect(container.querySelector<HTMLInputElement>('.ant-picker input')?.value).toBe('2014-10-10');
  await act(async () => container.querySelector('form')?.requestSubmit());
  await waitFor(() => (container.textContent?.includes('已发出 催-2014-0007') ? true : null));
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ rung: 'URGE', answerDueOn: '2014-10-10', parts: [{ itemId: 'i1', partId: 'p1', version: 4 }] });
  expect(onAnswer).toHaveBeenCalledWith({ slips: ['催-2014-0007'], itemIds: ['i1'], refused: 0 });
}, 20_000);

it('says what is wrong at its field, and keeps what was typed', async () => {
  const fields = [{ __typename: 'FieldProblem', field: 'reason', code: 'REQUIRED', message: '请填写督办事由。' }];
  const { show } = server(() => ({ __typename: 'InputError', fields }));
  const onAnswer = vi.fn();
  const container = await show(<UrgeForm parts={[part('p1', '市国土局')]} onAnswer={onAnswer} />);
  await waitFor(() => container.querySelector('form'));
  await act(async () => container.querySelector('form')?.requestSubmit());
  const field = await waitFor(() => container.querySelector('textarea[aria-invalid=true]'));
  const problem = document.getElementById(field.getAttribute('aria-describedby') ?? '');
  expect(problem?.textContent).toBe('请填写此项。');
  expect(onAnswer).not.toHaveBeenCalled();
});

it('prints a slip with all that it has to say', async () => {
  const slip: SlipDetail = {
    __typename: 'Urging',
    id: 'u',
    number: '黄-2014-0003',
    rung: 'YELLOW_CARD',
    reason: '请说明原因',
    on: '2014-09-30',
    dueOn: '2014-09-26',
    overdueWorkingDays: 3,
    answerDueOn: '2014-10-10',
    answeredOn: null,
    isBySystem: false,
    byTitle: '市政府督查室主任',
    itemNumber: '民-2014-0001',
    itemTitle: '改造农村危房',
    isDemo: true,
    unitName: '市住建局',
    item: { __typename: 'LivelihoodWorkItem', id: 'i', work: { __typename: 'LivelihoodWork', promise: '年内完成 1 万户' } },
  };
  const container = await render(<Slip slip={slip} />);
  expect(container.querySelector('h2')?.textContent).toBe('黄牌通知单');
  expect(cellsOf(container)).toEqual([
    ['承办单位', '市住建局'],
    ['督办事项', '改造农村危房（民-2014-0001）'],
    ['承诺内容', '年内完成 1 万户'],
    ['办理时限', '2014-09-26'],
    ['逾期情况', '发出之日已逾期 3 个工作日'],
    ['督办要求', '请说明原因'],
    ['答复期限', '2014-10-10'],
  ]);
  expect(container.textContent).toContain('市政府督查室主任2014-09-30示例数据');
});

it('marks the highest rung by shape and word; only the cards have the colour of their light', async () => {
  const colourOf = async (rung: 'URGE' | 'YELLOW_CARD' | 'RED_CARD') => (await render(<LadderMark rung={rung} />)).querySelector('span');
  expect((await colourOf('URGE'))?.outerHTML).not.toContain('--db-red');
  expect((await colourOf('RED_CARD'))?.style.color).toBe('var(--db-red)');
  expect((await colourOf('YELLOW_CARD'))?.textContent).toBe('黄牌');
  expect((await render(<LadderMark rung={null} />)).textContent).toBe('');
});

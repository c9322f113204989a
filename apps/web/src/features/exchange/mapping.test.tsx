import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { press, render, waitFor } from '../../test/render.tsx';
import { testCache } from '../../test/test-cache.ts';
import { draftTabs, dropColumns, mapColumn, setConstant, tabInputs } from './mapping-draft.ts';
import type { Mapping } from './mapping-query.ts';
import { MappingStep } from './mapping-step.tsx';

const column = (key: string, header: string, more: object = {}) => ({
  __typename: 'ImportColumnChoice' as const,
  key,
  header,
  headerEn: key,
  type: 'text' as const,
  meaning: `${header}的说明。`,
  meaningEn: key,
  isNeeded: false,
  isPersonal: false,
  mayBeConstant: false,
  options: [] as string[],
  ...more,
});
const header = (at: number, words: string, feeds: string | null, samples: string[], more: object = {}) => ({
  __typename: 'ImportHeader' as const,
  at,
  letter: String.fromCharCode(65 + at),
  header: words,
  filled: 4,
  samples,
  isMasked: false,
  column: feeds,
  guess: feeds,
  isCertain: false,
  ...more,
});
const mapping = (more: Partial<Mapping['tabs'][number]> = {}): Mapping => ({
  __typename: 'ImportMapping',
  version: 3,
  source: 'GUESSED',
  setBy: null,
  setAt: null,
  sheets: [
    {
      __typename: 'ImportSheetChoice',
      key: 'main',
      name: '效能投诉台账',
      nameEn: 'Complaints',
      columns: [
        column('title', '投诉事项', { isNeeded: true }),
        column('channel', '投诉渠道', { isNeeded: true, type: 'term', mayBeConstant: true, options: ['电话', '市长信箱'] }),
        column('receivedOn', '收到日期', { isNeeded: true, type: 'day', mayBeConstant: true }),
        column('complainantName', '投诉人', { isPersonal: true }),
        column('category', '投诉类别', { type: 'term', mayBeConstant: true, options: ['不作为'] }),
      ],
    },
  ],
  tabs: [
    {
      __typename: 'ImportTab',
      name: 'Sheet1',
      sheet: 'main',
      headerRow: 1,
      headerRows: 1,
      lastHeaderRow: 5,
      rows: 4,
      source: 'GUESSED',
      headers: [
        header(0, '主题', 'title', ['窗口推诿']),
        header(1, '用户', 'complainantName', ['张＊＊＊'], { isMasked: true }),
        header(2, '时间', 'receivedOn', ['2014/7/3 15:20', '2014年7月3日'], { filled: 3 }),
        header(3, '附件', null, ['无']),
      ],
      constants: [],
      ...more,
    },
  ],
});

describe('what a person says of the columns', () => {
  it('names what must be there and nothing feeds', () => {
    const [draft] = draftTabs(mapping(), {});
    expect(draft?.missing.map(({ key }) => key)).toEqual(['channel']);
  });

  it('moves a column of ours from one heading to another', () => {
    const seen = mapping();
    const edits = mapColumn(draftTabs(seen, {})[0]!, {}, 3, 'title');
    const [draft] = draftTabs(seen, edits);
    expect([...draft!.columns]).toEqual([
      [1, 'complainantName'],
      [2, 'receivedOn'],
      [3, 'title'],
    ]);
    const [without] = draftTabs(seen, mapColumn(draft!, edits, 2, null));
    expect(without?.missing.map(({ key }) => key)).toEqual(['channel', 'receivedOn']);
  });

  it('keeps values for all rows when the headings are looked for elsewhere, and sends none that are empty', () => {
    const seen = mapping();
    let edits = setConstant(draftTabs(seen, {})[0]!, {}, 'channel', '市长信箱');
    edits = setConstant(draftTabs(seen, edits)[0]!, edits, 'category', ' ');
    edits = mapColumn(draftTabs(seen, edits)[0]!, edits, 0, null);
    expect(tabInputs(draftTabs(seen, edits))).toEqual([
      {
        tab: 'Sheet1',
        sheet: 'main',
        headerRow: 1,
        headerRows: 1,
        columns: [
          { at: 1, column: 'complainantName' },
          { at: 2, column: 'receivedOn' },
        ],
        constants: [{ column: 'channel', value: '市长信箱' }],
      },
    ]);
    const dropped = draftTabs(seen, dropColumns(edits, 'Sheet1'))[0]!;
    expect([dropped.columns.get(0), dropped.constants.channel]).toEqual(['title', '市长信箱']);
  });

  it('sends nothing of a tab that is not imported', () => {
    const input = tabInputs(draftTabs(mapping({ sheet: null }), { Sheet1: { columns: {}, constants: { channel: '电话' } } }));
    expect(input).toMatchObject([{ sheet: null, columns: [], constants: [] }]);
  });
});

/** A server that knows one file, and the variables of each operation that it got. */
function server(answer: (variables: Record<string, unknown>) => unknown) {
  const asked: Record<string, unknown>[] = [];
  const sent: Record<string, unknown>[] = [];
  const link = new ApolloLink(({ operationName, variables }) => {
    const reply = () => {
      if (operationName === 'SetImportMapping') {
        sent.push(variables);
        return { setImportMapping: answer(variables) };
      }
      asked.push(variables);
      const [layout] = (variables.layouts ?? []) as { headerRow: number; headerRows: number; sheet: string | null }[];
      const seen = mapping(layout ? { ...layout, headers: [header(0, '窗口推诿', null, ['排队'])] } : {});
      return { importRun: { __typename: 'ImportRun', id: 'r1', mapping: seen } };
    };
    return new Observable((observer) => {
      observer.next({ data: reply() as Record<string, unknown> });
      observer.complete();
    });
  });
  const client = new ApolloClient({ link, cache: testCache() });
  const onSent = vi.fn();
  const show = async () => {
    const container = await render(
      <ApolloProvider client={client}>
        <MappingStep runId="r1" onSent={onSent} />
      </ApolloProvider>,
    );
    await waitFor(() => container.querySelector('table'));
    return container;
  };
  return { asked, sent, onSent, show };
}

const button = (container: Element, text: string) =>
  [...container.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent)?.includes(text));
const field = (container: Element, label: string) => container.querySelector(`[aria-label="${label}"]`);

async function choose(container: Element, label: string, option: string) {
  const select = field(container, label);
  await act(async () => select?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true })));
  const found = await waitFor(() => [...document.querySelectorAll('.ant-select-item-option')].find((one) => one.textContent === option));
  await press(found);
}

describe('the step between upload and dry run', () => {
  it('shows every heading with samples and the guess, and what is still to be said', async () => {
    const { show } = server(() => null);
    const container = await show();
    const rows = [...container.querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rows[0]).toMatch(/^A主题窗口推诿投诉事项 \*系统推测，请核对/);
    expect(rows[1]).toContain('张＊＊＊受保护，已遮盖');
    expect(rows[2]).toContain('1 行空着');
    expect(rows[3]).toContain('不导入');
    expect(container.querySelector('[role=status]')?.textContent).toBe('还缺：投诉渠道。');
    expect(container.textContent).toContain('还没有对应的必填列');
  });

  it('sends what was said, under the version that was seen', async () => {
    const { sent, onSent, show } = server(() => ({ __typename: 'ImportRun', id: 'r1', state: 'CHECKING', doneRows: 0, totalRows: 0 }));
    const container = await show();
    await choose(container, '“投诉渠道”所有行都填', '市长信箱');
    expect(container.querySelector('[role=status]')?.textContent).toBe('必填的列都已对应。');
    await press(container.querySelector('input[type=checkbox]'));
    await press(button(container, '按此检查每一行'));
    expect(sent).toMatchObject([
      {
        id: 'r1',
        version: 3,
        remember: false,
        tabs: [
          {
            tab: 'Sheet1',
            sheet: 'main',
            columns: [
              { at: 0, column: 'title' },
              { at: 1, column: 'complainantName' },
              { at: 2, column: 'receivedOn' },
            ],
            constants: [{ column: 'channel', value: '市长信箱' }],
          },
        ],
      },
    ]);
    expect(onSent).toHaveBeenCalledOnce();
  }, 20_000);

  it('says what is wrong at its place and keeps what was chosen', async () => {
    const problem = (part: string, code: string, message: string) => ({
      __typename: 'FieldProblem',
      field: `tabs.0.${part}`,
      code,
      message,
    });
    const { onSent, show } = server(() => ({
      __typename: 'InputError',
      fields: [
        problem('columns.0', 'COLUMN_TWICE', '“投诉事项”已对应到“主题”，请只留一列，其余选“不导入”。'),
        problem('required.channel', 'REQUIRED_UNMAPPED', '“投诉渠道”必填：请把表中的一列对应到它，或填一个固定值。'),
      ],
    }));
    const container = await show();
    await press(button(container, '按此检查每一行'));
    const describedBy = (label: string) =>
      document.getElementById(field(container, label)?.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(describedBy('“主题”对应台账的列')).toBe('“投诉事项”已对应到“主题”，请只留一列，其余选“不导入”。');
    expect(describedBy('“投诉渠道”所有行都填')).toBe('“投诉渠道”必填：请把表中的一列对应到它，或填一个固定值。');
    expect(container.textContent).toContain('有 2 处需要改正');
    expect(onSent).not.toHaveBeenCalled();
    await choose(container, '“投诉渠道”所有行都填', '电话');
    expect(container.textContent).not.toContain('处需要改正');
  }, 20_000);

  it('looks for the headings in another row, by buttons', async () => {
    const { asked, show } = server(() => null);
    const container = await show();
    expect(button(container, '表头上移一行')?.disabled).toBe(true);
    await press(button(container, '表头下移一行'));
    await waitFor(() => (container.textContent?.includes('窗口推诿') && !container.textContent.includes('主题') ? true : null));
    expect(asked.at(-1)).toEqual({ id: 'r1', layouts: [{ tab: 'Sheet1', sheet: 'main', headerRow: 2, headerRows: 1 }] });
    expect(container.querySelector('[role=status]')?.textContent).toBe('还缺：投诉事项、投诉渠道、收到日期。');
  });
});

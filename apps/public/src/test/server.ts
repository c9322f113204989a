import { vi } from 'vitest';
import type { FormQuery, SiteQuery } from '../gql/graphql.ts';

export interface Asked {
  operation: string;
  variables: Record<string, unknown>;
}

/** An answer of the server: data, a status without data, or a network that breaks. */
export type Reply = { data: unknown } | { status: number; body?: unknown; headers?: Record<string, string> } | 'BROKEN';

type Handler = (variables: never) => Reply;

const site: SiteQuery = {
  site: { cityName: '某某市', title: '某某市活动', titleEn: 'The campaign', asOf: '2014-09-30', isDemo: true, timeZone: 'Asia/Shanghai' },
};

export const form: FormQuery = {
  complaintForm: {
    ticket: 'ticket-1',
    classes: [{ code: 'promise', name: '服务承诺不兑现', nameEn: 'Broken promise' }],
    units: [
      { id: 'u1', name: '市教育局', nameEn: 'Education Bureau', group: 'DEPARTMENT' },
      { id: 'u2', name: '市公安局', nameEn: 'Public Security Bureau', group: 'DEPARTMENT' },
      { id: 'u3', name: '西平县政府', nameEn: 'Xiping County', group: 'COUNTY' },
    ],
    acceptWorkingDays: 3,
    finishDays: 30,
    maxFiles: 2,
    maxFileBytes: 1000,
    maxFactsLength: 50,
  },
};

/** Stands in for the server: answers by operation and remembers what was asked. */
export function serve(handlers: Record<string, Handler>) {
  const asked: Asked[] = [];
  const known: Record<string, Handler> = { Site: () => ({ data: site }), Form: () => ({ data: form }), ...handlers };
  vi.stubGlobal('fetch', async (address: string, { body, headers }: { body: string; headers: Record<string, string> }) => {
    if (address !== '/public/graphql' || headers['x-duban'] !== '1') throw new Error(`unexpected request to ${address}`);
    const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
    const operation = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
    asked.push({ operation, variables });
    const reply = known[operation]?.(variables as never) ?? { status: 400 };
    if (reply === 'BROKEN') throw new TypeError('network');
    if ('data' in reply) return new Response(JSON.stringify({ data: reply.data }), { status: 200 });
    return new Response(JSON.stringify(reply.body ?? {}), { status: reply.status, headers: reply.headers ?? {} });
  });
  return { of: (operation: string) => asked.filter((one) => one.operation === operation).map(({ variables }) => variables) };
}

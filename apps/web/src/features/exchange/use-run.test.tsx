import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider, useQuery } from '@apollo/client/react';
import { describe, expect, it } from 'vitest';
import { render, waitFor } from '../../test/render.tsx';
import { testCache } from '../../test/test-cache.ts';
import { ImportRunsDocument } from './exchange-query.ts';
import { forgetFigures, useRun } from './use-run.ts';

describe('useRun', () => {
  const listed = {
    __typename: 'ImportRun' as const,
    id: 'r1',
    kind: 'COMPLAINT',
    fileName: '信箱.xlsx',
    actorTitle: '监察局',
    totalRows: 2,
    createCount: 2,
    updateCount: 0,
    unchangedCount: 0,
    refuseCount: 0,
    createdAt: '2014-09-30T01:00:00.000Z',
    failure: null,
  };
  const whole = { ...listed, doneRows: 2, finishedAt: null, viewerCanAct: true, mappingNote: null, fileProblems: [] };
  const summary = [{ __typename: 'ImportSummary' as const, sheet: '台账', verdict: 'CREATE', rows: 2 }];

  function Shown() {
    useQuery(ImportRunsDocument, { variables: { first: 10 } });
    const { run } = useRun('r1');
    return <p>{run ? `${run.state} ${run.summary.length}` : ''}</p>;
  }

  it('looks at the run again when the list of runs was the first to know that its check is over', async () => {
    let looked = 0;
    const link = new ApolloLink(({ operationName }) => {
      if (operationName === 'ImportRunPage') looked += 1;
      const isFirst = looked === 1;
      const importRun = { ...whole, state: isFirst ? 'CHECKING' : 'CHECKED', summary: isFirst ? [] : summary };
      const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
      const edges = [{ __typename: 'QueryImportRunsConnectionEdge', node: { ...listed, state: 'CHECKED' } }];
      const data =
        operationName === 'ImportRunPage' ? { importRun } : { importRuns: { __typename: 'QueryImportRunsConnection', pageInfo, edges } };
      return new Observable((observer) => {
        const timer = setTimeout(() => {
          observer.next({ data });
          observer.complete();
        });
        return () => clearTimeout(timer);
      });
    });
    const client = new ApolloClient({ link, cache: testCache() });
    const container = await render(
      <ApolloProvider client={client}>
        <Shown />
      </ApolloProvider>,
    );
    await waitFor(() => (container.textContent === 'CHECKED 1' ? true : null));
    expect(looked).toBe(2);
  });
});

describe('forgetFigures', () => {
  it('drops what an import changes and keeps who and what the city is', () => {
    const cache = new InMemoryCache();
    const items = gql`
      query Items($first: Int) {
        items(first: $first) {
          totalCount
        }
      }
    `;
    const viewer = gql`
      query Viewer {
        viewer {
          id
        }
      }
    `;
    cache.writeQuery({ query: items, variables: { first: 20 }, data: { items: { __typename: 'ItemConnection', totalCount: 7 } } });
    cache.writeQuery({ query: items, variables: { first: 50 }, data: { items: { __typename: 'ItemConnection', totalCount: 7 } } });
    cache.writeQuery({ query: viewer, data: { viewer: { __typename: 'Viewer', id: 'u1' } } });
    forgetFigures(cache);
    expect(cache.readQuery({ query: items, variables: { first: 20 } })).toBeNull();
    expect(cache.readQuery({ query: items, variables: { first: 50 } })).toBeNull();
    expect(cache.readQuery({ query: viewer })).toEqual({ viewer: { __typename: 'Viewer', id: 'u1' } });
  });
});

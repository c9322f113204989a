import { gql, InMemoryCache } from '@apollo/client';
import { describe, expect, it } from 'vitest';
import { forgetFigures } from './use-run.ts';

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

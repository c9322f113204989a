import SchemaBuilder from '@pothos/core';
import { dayScalar } from '../graphql/day.ts';
import type { Gates } from './limiting/gates.ts';

/** What a resolver knows of a visitor of the public site: nobody is signed in there. */
export interface PublicContext {
  /** Network address, for the limits alone; it is kept nowhere in clear. */
  address: string;
  gates: Gates;
}

interface SchemaTypes {
  Context: PublicContext;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    /** ISO day, `2014-09-30`. */
    Day: { Input: string; Output: string | Date };
  };
}

/**
 * The builder of the public schema, apart from that of the people who are signed in: no type is shared, so that nothing becomes public by being
 * added there.
 */
export const builder = new SchemaBuilder<SchemaTypes>(
  // The types of the other builder's plugins are known everywhere, and ask for options that without them mean nothing.
  { plugins: [], defaultFieldNullability: false } as never,
);

builder.scalarType('Day', dayScalar);
builder.queryType({ description: 'What everybody may read.' });
builder.mutationType({ description: 'Complaining, and what whoever complained may do afterwards.' });

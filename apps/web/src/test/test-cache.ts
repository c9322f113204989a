import { possibleTypes } from 'virtual:graphql-possible-types';
import { InMemoryCache } from '@apollo/client';

/** A cache that knows the schema as the product's own does. */
export const testCache = () => new InMemoryCache({ possibleTypes });

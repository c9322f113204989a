import { possibleTypes } from 'virtual:graphql-possible-types';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { createQueryPreloader } from '@apollo/client/react';
import { describeError } from '../ui/error/describe-error.ts';
import { keptAnswers } from '../ui/kept-answers.ts';

let whenSessionEnds: () => void = () => undefined;
let whenPasswordIsDue: () => void = () => undefined;

/** Tells the client what to do when the server says that nobody is signed in any more. */
export function onSessionEnd(handler: () => void): void {
  whenSessionEnds = handler;
}

/** Tells the client what to do when the server asks for a new password before anything else. */
export function onPasswordDue(handler: () => void): void {
  whenPasswordIsDue = handler;
}

const sessionLink = new ErrorLink(({ error }) => {
  const { kind } = describeError(error);
  if (kind === 'unauthenticated') whenSessionEnds();
  if (kind === 'passwordDue') whenPasswordIsDue();
});

/** The header proves that the request comes from this page and not from a form elsewhere. */
const httpLink = new HttpLink({ uri: '/graphql', credentials: 'same-origin', headers: { 'x-duban-csrf': '1' } });

export const client = new ApolloClient({
  link: ApolloLink.from([sessionLink, keptAnswers, httpLink]),
  cache: new InMemoryCache({ possibleTypes }),
  dataMasking: true,
});

/** Starts a page's query in its route's loader, beside the page's code. */
export const preloadQuery = createQueryPreloader(client);

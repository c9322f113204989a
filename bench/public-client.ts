import { Agent, request } from 'node:http';

export const submitDocument = `mutation($input: SubmitComplaintInput!) { submitComplaint(input: $input) {
  __typename ... on ComplaintSubmitted { code receivedOn acceptBy } ... on InputError { message } ... on TooManyRequests { message } } }`;

/** What the pages of the public site ask when they are read. */
export const pageDocuments = [
  '{ site { cityName title asOf isDemo } promises { number title programme { name } promise dutyUnit quantity quantityUnit actual percent plannedPercent state dueOn } styleTotals { category { name } found rectified percent } }',
  '{ site { asOf } complaintFigures { since received takenOn refused open closed closedOnTime rated satisfied byClass { class { name } received closed } byMonth { month received closed } } }',
  '{ promises { number counties { county target actual percent } } }',
];

/** A visitor's own address, as a proxy on this machine would tell it. */
export const addressOf = (visitor: number) => `100.${64 + (visitor >> 16)}.${(visitor >> 8) & 255}.${visitor & 255}`;

export interface Answered<Data> {
  status: number;
  data: Data | null;
}

/** Visitors of the public site on `port` of this machine, who share so many connections at most. */
export function visitors(port: number, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const post = <Data>(visitor: number, query: string, variables = {}): Promise<Answered<Data>> =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify({ query, variables });
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'x-duban': '1',
        'x-forwarded-for': addressOf(visitor),
      };
      const sent = request(
        { port, host: '127.0.0.1', path: '/public/graphql', method: 'POST', agent, headers, timeout: 30_000 },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () => {
            const text = Buffer.concat(parts).toString('utf8');
            const data = text.startsWith('{') ? ((JSON.parse(text) as { data?: Data | null }).data ?? null) : null;
            resolve({ status: answer.statusCode ?? 0, data });
          });
        },
      );
      sent.on('timeout', () => sent.destroy(new Error('timeout')));
      sent.on('error', reject);
      sent.end(body);
    });
  return { post, leave: () => agent.destroy() };
}

/** Counts what was told, by its words. */
export function count(what: Record<string, number>, name: string): void {
  what[name] = (what[name] ?? 0) + 1;
}

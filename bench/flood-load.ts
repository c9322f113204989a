import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { count, pageDocuments, submitDocument, visitors } from './public-client.ts';

/**
 * FLOOD: one address sends a complaint with every ticket, over so many connections at once. OTHERS: people read, each from an address of their
 * own, until told to leave, and with every ticket one more complains.
 */
export interface FloodTask {
  role: 'FLOOD' | 'OTHERS';
  port: number;
  tickets: string[];
  secret: string;
}

/** What the visitors of one task did; reading times in milliseconds. */
export interface FloodTold {
  reads: number[];
  /** Codes that were told, of complaints taken. */
  codes: string[];
  /** Other answers, by what they said. */
  refused: Record<string, number>;
}

const connections = 100;
const readers = 5;
/** A reader turns the page this often: within the limit of one address. */
const pageMs = 150;
/** Others complain this long after one another. */
const complaintMs = 300;
/** Numbers that stand for addresses. */
const [flooder, firstReader, firstComplainant] = [1, 1000, 2000];

const next = once(process, 'message') as Promise<[FloodTask]>;
process.send!('ready');
const [task] = await next;
const { post, leave } = visitors(task.port, connections);
const told: FloodTold = { reads: [], codes: [], refused: {} };

async function complain(visitor: number, ticket: string): Promise<void> {
  const facts = '测量用投诉：窗口无人办理，多次前往未果。'.repeat(10);
  const input = { ticket, isNamed: true, name: '测量', phone: '13800000000', facts, secret: task.secret };
  try {
    const { status, data } = await post<{ submitComplaint: { __typename: string; code?: string } }>(visitor, submitDocument, { input });
    const answer = data?.submitComplaint;
    if (answer?.code) told.codes.push(answer.code);
    else count(told.refused, answer?.__typename ?? String(status));
  } catch (error) {
    count(told.refused, (error as Error).message);
  }
}

async function flood(): Promise<void> {
  const waiting = [...task.tickets];
  const sendAll = async () => {
    for (let ticket = waiting.pop(); ticket; ticket = waiting.pop()) await complain(flooder, ticket);
  };
  await Promise.all(Array.from({ length: connections }, sendAll));
}

async function visit(): Promise<void> {
  let isOver = false;
  void once(process, 'message').then(() => {
    isOver = true;
  });
  const read = async (visitor: number) => {
    for (let page = visitor; !isOver; page += 1) {
      const started = performance.now();
      const status = await post(visitor, pageDocuments[page % pageDocuments.length]!).then(
        (answer) => String(answer.status),
        (error: Error) => error.message,
      );
      if (status === '200') told.reads.push(performance.now() - started);
      else count(told.refused, `reading ${status}`);
      await pause(pageMs);
    }
  };
  const complaints = task.tickets.map((ticket, index) => pause(complaintMs * index).then(() => complain(firstComplainant + index, ticket)));
  await Promise.all([...complaints, ...Array.from({ length: readers }, (_, index) => read(firstReader + index))]);
}

await (task.role === 'FLOOD' ? flood() : visit());
leave();
process.send!(told, () => process.disconnect());

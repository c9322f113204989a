import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { count, pageDocuments, submitDocument, visitors } from './public-client.ts';

/** What the visitors did, told to the parent when they have left. Times in milliseconds, sorted. */
export interface LoadTold {
  reads: number[];
  readErrors: Record<string, number>;
  submissions: number[];
  /** Codes and what was written, of every complaint that was told to be registered. */
  registered: { code: string; facts: string }[];
  /** Answers other than a code, by what they said. */
  notRegistered: Record<string, number>;
  retries: number;
}

const secret = process.argv[6]!;
/** A reader turns to another page this often. */
const readerPauseMs = 5000;
/** Nobody fills the form in faster; the server wants three seconds. */
const fillInMs = 3200;
/** Who gets no answer, or hears that the database is away, presses the button again. */
const triesOfOne = 5;

const [port, seconds, readers, complaintsASecond] = process.argv.slice(2, 6).map(Number) as [number, number, number, number];
const { post, leave } = visitors(port, 2000);
const told: LoadTold = { reads: [], readErrors: {}, submissions: [], registered: [], notRegistered: {}, retries: 0 };
const end = performance.now() + seconds * 1000;

const form =
  '{ complaintForm { ticket classes { code name } units { id name group } acceptWorkingDays finishDays maxFiles maxFileBytes maxFactsLength } }';

async function read(visitor: number): Promise<void> {
  await pause(Math.random() * readerPauseMs);
  for (let page = visitor; performance.now() < end; page += 1) {
    const started = performance.now();
    try {
      const { status, data } = await post(visitor, pageDocuments[page % pageDocuments.length]!);
      if (status === 200 && data) told.reads.push(performance.now() - started);
      else count(told.readErrors, String(status));
    } catch (error) {
      count(told.readErrors, (error as Error).message);
    }
    await pause(readerPauseMs * (0.5 + Math.random()));
  }
}

async function complain(visitor: number): Promise<void> {
  const { data } = await post<{ complaintForm: { ticket: string } }>(visitor, form).catch(() => ({ data: null }));
  if (!data) return count(told.notRegistered, 'no form');
  await pause(fillInMs);
  const facts = `测量用投诉 ${randomUUID()} ${'窗口无人办理，多次前往未果。'.repeat(20)}`;
  const input = { ticket: data.complaintForm.ticket, isNamed: true, name: '测量', phone: '13800000000', facts, secret };
  const started = performance.now();
  for (let turn = 1; turn <= triesOfOne; turn += 1) {
    const answer = await post<{ submitComplaint: { __typename: string; code?: string } }>(visitor, submitDocument, { input }).catch(
      () => null,
    );
    const result = answer?.data?.submitComplaint;
    if (result?.code) {
      told.submissions.push(performance.now() - started);
      told.registered.push({ code: result.code, facts });
      return;
    }
    if (result && result.__typename !== 'TooManyRequests') return count(told.notRegistered, result.__typename);
    told.retries += 1;
    await pause(1000 * turn);
  }
  count(told.notRegistered, 'gave up');
}

const everybody: Promise<void>[] = Array.from({ length: readers }, (_, visitor) => read(visitor));
for (let made = 0; performance.now() < end; made += 1) {
  everybody.push(complain(readers + made));
  await pause(1000 / complaintsASecond);
}
await Promise.all(everybody);
leave();
told.reads.sort((a, b) => a - b);
told.submissions.sort((a, b) => a - b);
process.send!(told);

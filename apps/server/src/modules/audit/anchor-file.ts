import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readEnv } from '../../env.ts';
import type { Anchor } from './anchor.ts';

/** Where the anchors are kept a second time, outside the database: whoever rewrites the database must rewrite this file, and its copies, too. */
export function anchorFile(): string {
  return join(readEnv().DUBAN_DATA_DIR, 'audit-anchors.log');
}

/** An anchor as the file holds it: one line of text. */
export function anchorLine(anchor: Anchor): string {
  const { day, recordedAt, lastItemEvent, itemEvents, systemEvents, digest, previousHash, hash } = anchor;
  return [
    day,
    `recorded=${recordedAt}`,
    `last=${lastItemEvent}`,
    `items=${itemEvents}`,
    `system=${systemEvents}`,
    `digest=${digest}`,
    `previous=${previousHash}`,
    `hash=${hash}`,
  ].join(' ');
}

/** The file's lines. One that a crash cut off is followed by the whole of it and left out. */
export async function readAnchorLines(file: string): Promise<string[]> {
  const lines = (await readText(file)).split('\n').filter((line) => line !== '');
  return lines.filter((line, index) => !isCutOff(line, lines[index + 1]));
}

function isCutOff(line: string, next: string | undefined): boolean {
  return next !== undefined && next.length > line.length && next.startsWith(line);
}

/** Appends the anchors that the file doesn't have yet: that of today, and those before whose line a crash prevented. Changes no line. */
export async function appendAnchors(file: string, anchors: readonly Anchor[]): Promise<void> {
  const text = await readText(file);
  const lines = anchors.map(anchorLine);
  const held = text.split('\n');
  // The newest anchor that the file holds whole; what follows it is missing.
  const last = lines.findLastIndex((line) => held.includes(line));
  const missing = lines.slice(last + 1);
  if (missing.length === 0) return;
  await mkdir(dirname(file), { recursive: true });
  const start = text === '' || text.endsWith('\n') ? '' : '\n';
  await appendFile(file, `${start}${missing.join('\n')}\n`, { mode: 0o600, flush: true });
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

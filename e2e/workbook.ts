import { readFile } from 'node:fs/promises';
import { workbookOf } from '@duban/ledger/testing/workbook.fixture';
import { readWorkbook } from '@duban/ledger/workbook-reader';
import type { Download } from '@playwright/test';

type Cell = Parameters<typeof workbookOf>[0][string][number][number];

/** The first sheet of a workbook as a clerk has it open: rows of cells by heading. */
export type OpenSheet = { name: string; headings: string[]; rows: Record<string, Cell>[] };

/** Opens a downloaded ledger; its first row holds the headings. */
export async function openLedger(download: Download): Promise<OpenSheet> {
  const workbook = await readWorkbook(await readFile(await download.path()), download.suggestedFilename());
  if ('failure' in workbook) throw new Error(`The downloaded ledger can't be read: ${JSON.stringify(workbook.failure)}`);
  const [sheet] = workbook.sheets;
  const [headings, ...rows] = sheet?.rows ?? [];
  if (!sheet || !headings) throw new Error('The downloaded ledger has no headings');
  const names = headings.map(String);
  return {
    name: sheet.name,
    headings: names,
    rows: rows
      .filter((row) => row !== undefined)
      .map((row) => Object.fromEntries(names.map((name, at) => [name, (row[at] ?? null) as Cell]))),
  };
}

/** The sheet saved again, as the upload field takes it. */
export async function savedAs(fileName: string, { name, headings, rows }: OpenSheet) {
  const bytes = await workbookOf({ [name]: [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? null))] });
  return { name: fileName, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(bytes) };
}

import type { UnitChoice } from '../../ui/session.ts';

/** A row of the list as typed. Units by id; a name that no unit has is kept, so that it can be put right. */
export type TaskRow = {
  key: string;
  title: string;
  leadUnitId: string | null;
  assistUnitIds: string[];
  dueOn: string | null;
  standard: string;
  /** Names from a pasted list that no unit has. */
  unknownUnits: string[];
};

let made = 0;
export function emptyRow(): TaskRow {
  made += 1;
  return { key: `row-${made}`, title: '', leadUnitId: null, assistUnitIds: [], dueOn: null, standard: '', unknownUnits: [] };
}

export const isEmpty = ({ title, leadUnitId, standard, dueOn }: TaskRow) => !title && !leadUnitId && !standard && !dueOn;

/** Rows of a block pasted from a sheet: 事项, 牵头单位, 配合单位, 办理时限, 办理要求. Cells beyond are left out. */
export function rowsOfBlock(text: string, units: readonly UnitChoice[]): TaskRow[] {
  const byName = new Map(
    units.flatMap((unit) => [
      [unit.name, unit.id] as const,
      [unit.shortName, unit.id] as const,
      [unit.shortName.replace(/^市/, ''), unit.id] as const,
    ]),
  );
  return text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some(Boolean) && cells[0] !== '事项')
    .map(([title = '', lead = '', assist = '', due = '', standard = '']) => {
      const unknown: string[] = [];
      const unitOf = (name: string) => {
        const id = byName.get(name);
        if (!id) unknown.push(name);
        return id;
      };
      const leadUnitId = lead ? (unitOf(lead) ?? null) : null;
      const assistUnitIds = assist
        .split(/[、，,;；\s]+/)
        .filter(Boolean)
        .flatMap((name) => unitOf(name) ?? []);
      return { ...emptyRow(), title, leadUnitId, assistUnitIds, dueOn: dayOfText(due), standard, unknownUnits: unknown };
    });
}

/** `2014-10-9`, `2014/10/9`, `2014年10月9日`, `2014.10.9` → `2014-10-09`; null for anything else. */
export function dayOfText(text: string): string | null {
  const [, year, month, day] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? [];
  if (!year || !month || !day) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso ? iso : null;
}

import { calendarRows } from './calendar-rows.ts';
import type { Pack, PackClause, PackPost, PackUnit } from './pack.ts';
import type { PackSourceFiles } from './read-pack.ts';
import type { PackSources } from './schema.ts';
import { aliasesOf } from './unit-names.ts';

/** Writes a checked pack out row by row: positions, parents, aliases, the posts that every unit has, duties of groups. */
export function expandPack(code: string, files: PackSourceFiles): Pack {
  const { title, ...campaign } = files.campaign.value;
  const units = files.units.value.map((unit, position) => expandUnit(unit, position, campaign.cityName));
  const posts = expandPosts(files.posts.value, files.units.value);
  return {
    campaign: { code, title: title.zh, titleEn: title.en, ...campaign },
    clauses: files.clauses.value.map((clause, position) => expandClause(clause, position, units)),
    terms: Object.entries(files.dictionaries.value).flatMap(([dictionary, terms]) =>
      terms.map(({ zh, en, ...term }, position) => ({ dictionary, name: zh, nameEn: en, position, ...term })),
    ),
    units,
    posts: posts.map((post, position) => ({ ...post, position })),
    portfolios: Object.entries(files.portfolios.value).flatMap(([postId, unitIds]) => unitIds.map((unitId) => ({ postId, unitId }))),
    limits: files.limits.value.map(({ zh, en, ...limit }) => ({ name: zh, nameEn: en, ...limit })),
    thresholds: files.thresholds.value,
    calendar: calendarRows(files.calendar.value, files['calendar-overrides'].value),
  };
}

function expandUnit(
  { en, parent, head: _, centre, tile, ...unit }: PackSources['units'][number],
  position: number,
  cityName: string,
): PackUnit {
  return {
    ...unit,
    nameEn: en,
    parentId: parent ?? null,
    position,
    longitude: centre?.longitude ?? null,
    latitude: centre?.latitude ?? null,
    tileColumn: tile?.column ?? null,
    tileRow: tile?.row ?? null,
    aliases: aliasesOf(unit, cityName),
  };
}

/** Named posts first, then head and clerk of every unit that has a head. */
function expandPosts({ posts, clerk, headRoles }: PackSources['posts'], units: PackSources['units']): Omit<PackPost, 'position'>[] {
  const named = posts.map(({ id, zh, en, unit, role }) => ({ id, title: zh, titleEn: en, unitId: unit, role }));
  const ofUnits = units.flatMap(({ id, shortName, en, head }): Omit<PackPost, 'position'>[] => {
    if (!head) return [];
    return [
      { id: `${id}-head`, title: `${shortName}${head.zh}`, titleEn: `${head.en}, ${en}`, unitId: id, role: headRoles[id] ?? 'UNIT_HEAD' },
      { id: `${id}-clerk`, title: `${shortName}${clerk.zh}`, titleEn: `${clerk.en}, ${en}`, unitId: id, role: 'UNIT_CLERK' },
    ];
  });
  return [...named, ...ofUnits];
}

function expandClause(
  { number, zh, en, kinds, lead, assist }: PackSources['clauses'][number],
  position: number,
  units: PackUnit[],
): PackClause {
  const leading = expandDuties(lead, units);
  return {
    number,
    parentNumber: parentOf(number),
    title: zh,
    titleEn: en,
    position,
    kinds,
    lead: leading,
    assist: expandDuties(assist, units).filter((unit) => !leading.includes(unit)),
  };
}

function expandDuties(duties: readonly string[], units: PackUnit[]): string[] {
  const kinds: Record<string, string> = { '@counties': 'COUNTY', '@departments': 'DEPARTMENT' };
  return [
    ...new Set(duties.flatMap((duty) => (duty in kinds ? units.filter(({ kind }) => kind === kinds[duty]).map(({ id }) => id) : [duty]))),
  ];
}

/** `2(2)1` → `2(2)` → `2` → null. */
export function parentOf(clauseNumber: string): string | null {
  if (/\)\d+$/.test(clauseNumber)) return clauseNumber.replace(/\d+$/, '');
  return clauseNumber.includes('(') ? clauseNumber.replace(/\(.*$/, '') : null;
}

import type { CalendarRow } from '@duban/rules/calendar';
import type { Actor } from '@duban/rules/item-transitions';
import type { Day, DayUnit, ItemKind, RankGroup, Role, UnitKind } from '@duban/rules/vocabulary';

/** A campaign as data, checked and written out row by row: what `readPack` returns. Lists are in the order of their files. */
export interface Pack {
  campaign: PackCampaign;
  clauses: PackClause[];
  terms: PackTerm[];
  units: PackUnit[];
  posts: PackPost[];
  portfolios: { postId: string; unitId: string }[];
  limits: PackLimit[];
  thresholds: PackThreshold[];
  /** Every day of every year known, in order. */
  calendar: PackDay[];
}

export interface PackCampaign {
  /** Folder of the pack, e.g. `zhumadian-2014`. */
  code: string;
  title: string;
  titleEn: string;
  documentNumber: string;
  cityName: string;
  /** The day on which a fresh demo begins. */
  startOn: Day;
  timeZone: string;
  sharedKinds: ItemKind[];
  returnsAllowed: number;
  signOffsNeeded: number;
  complaintOfficeId: string;
  callBackKinds: ItemKind[];
  /** Names of actors in packages/rules. */
  extensionDeciders: Record<ItemKind, Actor[]>;
  reminderWorkingDays: number;
  numberPrefixes: Record<ItemKind, string>;
}

export interface PackClause {
  /** Part(section)item, e.g. `2(2)1`. */
  number: string;
  parentNumber: string | null;
  title: string;
  titleEn: string;
  position: number;
  /** The registers that feed it: no two clauses have the same. */
  kinds: ItemKind[];
  /** Units that the clause charges, 牵头 and 配合; a clause below it without any of its own shares them. */
  lead: string[];
  assist: string[];
}

export interface PackTerm {
  dictionary: string;
  code: string;
  name: string;
  nameEn: string;
  /** Other words for it, besides its name. */
  aliases: string[];
  position: number;
  validFrom: Day;
  /** Last day of validity. */
  validTo: Day;
  extra: Record<string, unknown>;
}

export interface PackUnit {
  id: string;
  name: string;
  shortName: string;
  nameEn: string;
  kind: UnitKind;
  parentId: string | null;
  /** null = not ranked. */
  rankGroup: RankGroup | null;
  position: number;
  longitude: number | null;
  latitude: number | null;
  tileColumn: number | null;
  tileRow: number | null;
  validFrom: Day;
  /** Last day of validity. */
  validTo: Day;
  /** Other names, besides `name` and `shortName`; no name of one unit is a name of another. */
  aliases: string[];
}

export interface PackPost {
  id: string;
  title: string;
  titleEn: string;
  unitId: string;
  role: Role;
  position: number;
}

export interface PackLimit {
  code: string;
  validFrom: Day;
  /** Last day of validity. */
  validTo: Day;
  name: string;
  nameEn: string;
  days: number;
  dayUnit: DayUnit;
  /** Longest extension, in the same unit; 0 = none. */
  extensionDays: number;
  basis: string;
  /** Known from a secondary source only: to be confirmed. */
  secondary: boolean;
}

export interface PackThreshold {
  kind: ItemKind;
  validFrom: Day;
  timeYellowPercent: number | null;
  planYellowPoints: number;
  planRedPoints: number;
  reportGraceWorkingDays: number;
}

export interface PackDay extends CalendarRow {
  /** Holiday, or the holiday that a 调休 working day makes up for. */
  label: string | null;
  provisional: boolean;
}

import type { Pack } from '@duban/pack/pack';
import { pinyinInitials } from '../../text/pinyin.ts';

/** A row in column names, with days as ISO text: as `to_jsonb` shows it and `jsonb_populate_recordset` takes it. */
export type PackRow = Record<string, unknown>;

/** What of a pack goes into one table. */
export interface PackTable {
  name: string;
  /** The table in the operator's words. */
  label: string;
  key: readonly string[];
  rows: PackRow[];
  /**
   * What becomes of a row of the pack that is no longer in it: its validity ends yesterday; it goes, unless something refers to it; or it stays.
   */
  whenGone: 'close' | 'delete' | 'keep';
  /** Columns elsewhere that may refer to a row's (single) key. */
  referencedBy?: readonly { table: string; column: string }[];
  /** Rows are lists of an owner: where the owner was edited here (origin LOCAL), they are left alone. */
  owner?: { table: string; key: string; column: string };
  /** Bumps `version` on update. */
  versioned?: boolean;
}

/** The tables of a pack, each after those that it refers to. The calendar is apart: its ordinals depend on what is in the table. */
export function packTables(pack: Pack): PackTable[] {
  return [
    {
      name: 'campaign',
      label: '活动',
      key: ['id'],
      rows: [campaignRow(pack)],
      whenGone: 'keep',
    },
    {
      name: 'unit',
      label: '单位',
      key: ['id'],
      rows: pack.units.map(unitRow),
      whenGone: 'close',
      versioned: true,
    },
    {
      name: 'unit_alias',
      label: '单位别名',
      key: ['alias'],
      rows: pack.units.flatMap(({ id, aliases }) => aliases.map((alias) => ({ alias, unit_id: id }))),
      whenGone: 'delete',
      owner: { table: 'unit', key: 'id', column: 'unit_id' },
    },
    {
      name: 'clause',
      label: '条款',
      key: ['number'],
      rows: pack.clauses.map(({ number, parentNumber, title, titleEn, position, kinds }) => ({
        number,
        parent_number: parentNumber,
        title,
        title_en: titleEn,
        position,
        kinds,
      })),
      whenGone: 'delete',
      referencedBy: [
        { table: 'item', column: 'clause_number' },
        { table: 'item_span', column: 'clause_number' },
      ],
    },
    {
      name: 'clause_unit',
      label: '条款责任单位',
      key: ['clause_number', 'unit_id'],
      rows: pack.clauses.flatMap(({ number, lead, assist }) => [
        ...lead.map((unit) => ({ clause_number: number, unit_id: unit, duty: 'LEAD' })),
        ...assist.map((unit) => ({ clause_number: number, unit_id: unit, duty: 'ASSIST' })),
      ]),
      whenGone: 'delete',
      owner: { table: 'clause', key: 'number', column: 'clause_number' },
    },
    {
      name: 'term',
      label: '字典',
      key: ['dictionary', 'code'],
      rows: pack.terms.map(({ nameEn, validFrom, validTo, ...term }) => ({
        ...term,
        name_en: nameEn,
        valid_from: validFrom,
        valid_to: validTo,
      })),
      whenGone: 'close',
    },
    {
      name: 'limit',
      label: '时限',
      key: ['code', 'valid_from'],
      rows: pack.limits.map(({ code, validFrom, validTo, name, nameEn, days, dayUnit, extensionDays, basis, secondary }) => ({
        code,
        valid_from: validFrom,
        valid_to: validTo,
        name,
        name_en: nameEn,
        days,
        day_unit: dayUnit,
        extension_days: extensionDays,
        basis,
        secondary,
      })),
      whenGone: 'close',
    },
    {
      name: 'threshold',
      label: '亮灯阈值',
      key: ['kind', 'valid_from'],
      rows: pack.thresholds.map(({ kind, validFrom, timeYellowPercent, planYellowPoints, planRedPoints, reportGraceWorkingDays }) => ({
        kind,
        valid_from: validFrom,
        time_yellow_percent: timeYellowPercent,
        plan_yellow_points: planYellowPoints,
        plan_red_points: planRedPoints,
        report_grace_working_days: reportGraceWorkingDays,
      })),
      whenGone: 'delete',
    },
    {
      name: 'post',
      label: '岗位',
      key: ['id'],
      rows: pack.posts.map(({ id, title, titleEn, unitId, role, position }) => ({
        id,
        title,
        title_en: titleEn,
        unit_id: unitId,
        role,
        position,
      })),
      whenGone: 'delete',
      referencedBy: [
        { table: 'app_user', column: 'post_id' },
        { table: 'item', column: 'duty_post_id' },
        { table: 'portfolio', column: 'post_id' },
      ],
      versioned: true,
    },
    {
      name: 'portfolio',
      label: '分管',
      key: ['post_id', 'unit_id'],
      rows: pack.portfolios.map(({ postId, unitId }) => ({ post_id: postId, unit_id: unitId })),
      whenGone: 'delete',
      owner: { table: 'post', key: 'id', column: 'post_id' },
    },
  ];
}

function campaignRow({ campaign }: Pack): PackRow {
  return {
    id: 1,
    code: campaign.code,
    title: campaign.title,
    title_en: campaign.titleEn,
    document_number: campaign.documentNumber,
    city_name: campaign.cityName,
    start_on: campaign.startOn,
    time_zone: campaign.timeZone,
    shared_kinds: campaign.sharedKinds,
    returns_allowed: campaign.returnsAllowed,
    sign_offs_needed: campaign.signOffsNeeded,
    complaint_office_id: campaign.complaintOfficeId,
    call_back_kinds: campaign.callBackKinds,
    extension_deciders: campaign.extensionDeciders,
    reminder_working_days: campaign.reminderWorkingDays,
    number_prefixes: campaign.numberPrefixes,
  };
}

function unitRow(unit: Pack['units'][number]): PackRow {
  return {
    id: unit.id,
    name: unit.name,
    short_name: unit.shortName,
    name_en: unit.nameEn,
    pinyin: pinyinInitials(unit.shortName),
    kind: unit.kind,
    parent_id: unit.parentId,
    rank_group: unit.rankGroup,
    position: unit.position,
    longitude: unit.longitude,
    latitude: unit.latitude,
    tile_column: unit.tileColumn,
    tile_row: unit.tileRow,
    valid_from: unit.validFrom,
    valid_to: unit.validTo,
  };
}

import type { Attachment, Term } from '@duban/db/generated/prisma/client';
import DataLoader from 'dataloader';
import { db } from '../database.ts';
import { filesLoader } from '../modules/attachment/item-files.ts';
import { earlierLoader } from '../modules/complaint/related-complaints.ts';
import { type ActSettings, actSettings } from '../modules/item/acts/settings.ts';
import { type ItemStanding, standingLoader } from '../modules/item/standing.ts';
import { type OpennessState, opennessLoader } from '../modules/openness/openness-state.ts';
import type { Viewer } from '../modules/session/viewer.ts';
import { type ItemLink, linksLoader } from '../modules/supervision/item-links.ts';
import { type Ladder, ladderLoader, slipsLoader } from '../modules/urging/ladder.ts';
import type { Slip } from '../modules/urging/slips.ts';

/** What one request asks for many times, fetched once. */
export interface Loaders {
  /** Dictionary entries by `dictionary/code`. */
  term: DataLoader<string, Term | null>;
  /** What of the pack the guards of acts are judged by. */
  actSettings(): Promise<ActSettings>;
  /** Display names of persons. */
  userName: DataLoader<string, string | null>;
  /** Standings of items as of a day. */
  standing(asOf: string): DataLoader<string, ItemStanding | null>;
  /** Where parts stand on the urging ladder, by part. */
  ladder: DataLoader<string, Ladder | null>;
  /** Slips of the urging ladder, by item. */
  slips: DataLoader<string, Slip[]>;
  /** 公开属性 of items. */
  openness: DataLoader<string, OpennessState | null>;
  /** Files of items, as far as the request's viewer may see them. */
  files(viewer: Viewer): DataLoader<string, Attachment[]>;
  /** Items of earlier complaints of the same person, by complaint, as far as the request's viewer may know. */
  earlierComplaints(viewer: Viewer): DataLoader<string, string[]>;
  /** Links of items, as far as the request's viewer may see them. */
  links(viewer: Viewer): DataLoader<string, ItemLink[]>;
}

export function createLoaders(): Loaders {
  const standings = new Map<string, DataLoader<string, ItemStanding | null>>();
  let links: DataLoader<string, ItemLink[]> | undefined;
  let files: DataLoader<string, Attachment[]> | undefined;
  let earlier: DataLoader<string, string[]> | undefined;
  let settings: Promise<ActSettings> | undefined;
  return {
    actSettings() {
      settings ??= actSettings();
      return settings;
    },
    term: new DataLoader(async (keys) => {
      const terms = await db.term.findMany({ where: { dictionary: { in: [...new Set(keys.map((key) => key.split('/')[0]!))] } } });
      const byKey = new Map(terms.map((term) => [`${term.dictionary}/${term.code}`, term]));
      return keys.map((key) => byKey.get(key) ?? null);
    }),
    ladder: ladderLoader(),
    slips: slipsLoader(),
    openness: opennessLoader(),
    userName: new DataLoader(async (ids) => {
      const users = await db.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, displayName: true } });
      const byId = new Map(users.map((user) => [user.id, user.displayName]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
    files(viewer) {
      files ??= filesLoader(viewer);
      return files;
    },
    earlierComplaints(viewer) {
      earlier ??= earlierLoader(viewer);
      return earlier;
    },
    links(viewer) {
      links ??= linksLoader(viewer);
      return links;
    },
    standing(asOf) {
      const loader = standings.get(asOf) ?? standingLoader(asOf);
      standings.set(asOf, loader);
      return loader;
    },
  };
}

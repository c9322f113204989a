import { posix } from 'node:path';
import { FileRefused } from '../file-refused.ts';
import { stripJpeg } from '../strip-jpeg.ts';
import { stripPng } from '../strip-png.ts';
import { elementsOf, gatherNames, strippedMarkup, type Told } from './office-markup.ts';
import { cutRelationships, isTelling, outsideData } from './office-rules.ts';
import { TracesRemain } from './traces-remain.ts';
import { escapeXml, unescapeXml, xmlText } from './xml-tokens.ts';
import { type Budget, unzip, type ZipParts, zip } from './zip-parts.ts';

const contentTypes = '[Content_Types].xml';
const mostBytes = 200 * 1024 * 1024;
/** Markup is read letter by letter: more of one part is no letter of complaint. */
const mostMarkup = 32 * 1024 * 1024;
/** A chart holds a workbook, and that no further one. */
const mostNested = 2;
const nowhere = 'about:blank';

/**
 * A Word, Excel or PowerPoint file without traces of its author (see `strippedMarkup`), written anew from the parts that its relationships
 * lead to: properties, persons, settings of printers and whatever else lies in the package are left out; pictures lose what a camera wrote.
 * `text`: what a reader can read in it. TracesRemain where something in it can't be cleared, or its author's name stands in its text.
 */
export function stripOffice(bytes: Buffer): { bytes: Buffer; text: string } {
  const told: Told = { names: new Set(), text: [] };
  const stripped = strippedPackage(bytes, told, { bytes: mostBytes }, 0);
  const text = told.text.join('\n');
  if ([...told.names].some((name) => isTelling(name) && text.includes(name))) throw new TracesRemain('NAMES_AUTHOR');
  return { bytes: stripped, text };
}

function strippedPackage(bytes: Buffer, told: Told, budget: Budget, depth: number): Buffer {
  const parts = unzip(bytes, budget);
  const byPlace = new Map([...parts].map(([name, content]) => [placeOf(name), { name, content }]));
  // Names come first: a comment's text may begin with one.
  for (const [name, content] of parts)
    if (/^docProps\/|(?:people|person\w*|authors?|commentAuthors)\.xml$/i.test(name)) gather(content, told);
  const kept: ZipParts = new Map();
  const keptRelations: ZipParts = new Map();
  const waiting = [''];
  while (waiting.length > 0) {
    const owner = waiting.pop()!;
    const relations = byPlace.get(placeOf(relationsOf(owner)));
    if (!relations) continue;
    const { xml, targets } = strippedRelations(markupOf(relations.content), owner, (place) => byPlace.get(place)?.name ?? null);
    keptRelations.set(relationsOf(owner), Buffer.from(xml));
    for (const name of targets) {
      if (kept.has(name)) continue;
      kept.set(name, strippedPart(name, parts.get(name)!, told, budget, depth));
      waiting.push(name);
    }
  }
  if (kept.size === 0) throw new FileRefused('DAMAGED');
  const types = strippedTypes(markupOf(parts.get(contentTypes) ?? Buffer.alloc(0)), kept);
  return zip(new Map([[contentTypes, Buffer.from(types)], ...keptRelations, ...kept]));
}

function gather(content: Buffer, told: Told): void {
  if (looksLikeMarkup(content)) gatherNames(markupOf(content), told);
}

/** Parts are named without regard to case. */
function placeOf(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase();
}

function relationsOf(owner: string): string {
  return posix.join(posix.dirname(owner), '_rels', `${posix.basename(owner)}.rels`);
}

function strippedRelations(xml: string, owner: string, find: (place: string) => string | null): { xml: string; targets: string[] } {
  const targets: string[] = [];
  const lines = elementsOf(xml, 'Relationship').flatMap(({ Id = '', Type = '', Target = '', TargetMode }) => {
    const word = Type.slice(Type.lastIndexOf('/') + 1);
    if (outsideData.has(word)) throw new TracesRemain('OFFICE_EMBEDS');
    if (cutRelationships.has(word)) return [];
    if (TargetMode === 'External') {
      // A link that a reader may follow; anything else would be fetched, or tells where it lay.
      const kept = word === 'hyperlink' && /^https?:\/\//i.test(Target) ? Target : nowhere;
      return [relation(Id, Type, kept, true)];
    }
    const [path = ''] = decoded(Target).split('#');
    // A place within the part itself.
    if (path === '') return [relation(Id, Type, Target, false)];
    const name = find(placeOf(path.startsWith('/') ? path : posix.join(posix.dirname(owner), path)));
    if (name === null) return [];
    targets.push(name);
    return [relation(Id, Type, Target, false)];
  });
  const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return {
    xml: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${namespace}">${lines.join('')}</Relationships>`,
    targets,
  };
}

function relation(id: string, type: string, target: string, isExternal: boolean): string {
  const mode = isExternal ? ' TargetMode="External"' : '';
  return `<Relationship Id="${escapeXml(id)}" Type="${escapeXml(type)}" Target="${escapeXml(target)}"${mode}/>`;
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(unescapeXml(target));
  } catch {
    return target;
  }
}

function strippedTypes(xml: string, kept: ZipParts): string {
  const defaults = elementsOf(xml, 'Default').map(
    ({ Extension = '', ContentType = '' }) => `<Default Extension="${escapeXml(Extension)}" ContentType="${escapeXml(ContentType)}"/>`,
  );
  const places = new Set([...kept.keys()].map(placeOf));
  const overrides = elementsOf(xml, 'Override').flatMap(({ PartName = '', ContentType = '' }) =>
    places.has(placeOf(PartName)) ? [`<Override PartName="${escapeXml(PartName)}" ContentType="${escapeXml(ContentType)}"/>`] : [],
  );
  const namespace = 'http://schemas.openxmlformats.org/package/2006/content-types';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="${namespace}">${[...defaults, ...overrides].join('')}</Types>`;
}

function strippedPart(name: string, content: Buffer, told: Told, budget: Budget, depth: number): Buffer {
  told.text.push(posix.basename(name));
  if (looksLikeMarkup(content)) return Buffer.from(strippedMarkup(markupOf(content), told));
  const begin = content.subarray(0, 8).toString('hex');
  if (begin.startsWith('ffd8ff')) return stripJpeg(content);
  if (begin === '89504e470d0a1a0a') return stripPng(content);
  if (begin.startsWith('504b0304') && depth < mostNested) return strippedPackage(content, told, budget, depth + 1);
  if (/\.(?:odttf|fntdata|ttf|otf)$/i.test(name) && !begin.startsWith('504b')) return content;
  throw new TracesRemain('OFFICE_EMBEDS');
}

function looksLikeMarkup(content: Buffer): boolean {
  return (
    /^(?:\ufeff|\ufffe)?\s*</.test(content.subarray(0, 64).toString('utf8')) ||
    [0xfeff, 0xfffe].includes(content.length > 1 ? content.readUInt16LE(0) : 0)
  );
}

function markupOf(content: Buffer): string {
  if (content.length > mostMarkup) throw new FileRefused('BOMB');
  return xmlText(content);
}

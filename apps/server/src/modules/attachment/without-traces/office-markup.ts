import * as rules from './office-rules.ts';
import { escapeXml, localName, type OpenTag, unescapeXml, writeToken, type XmlToken, xmlTokens } from './xml-tokens.ts';

/** What the parts of a document tell, gathered while they are rewritten. */
export interface Told {
  /** Names of persons in properties, comments and changes. */
  names: Set<string>;
  /** What a reader can read, a paragraph or cell a line, and what stands in attributes. */
  text: string[];
}

const someone = '作者';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Elements whose text is read on the page or in a cell. */
const readable = new Set(['t', 'delText', 'v', 'f', 'text']);
/** Attributes that a reader sees. */
const shownAttributes = new Set(['name', 'tooltip', 'prompt', 'error', 'codeName', 'display']);
/** Elements after which a new line of text begins. */
const lineEnds = new Set(['p', 'si', 'c', 'tr', 'row', 'comment', 'pt']);

interface Field {
  instruction: string;
  /** Past the separator: what the field shows. */
  isShown: boolean;
}

/**
 * A part's XML without who wrote, changed or commented it, when, on which computer and from which file: names are replaced by one word for
 * all, revision ids and local paths go, and fields that print the author are emptied. What is read on the page stays.
 */
export function strippedMarkup(xml: string, told: Told): string {
  const written: string[] = [declaration];
  const open: OpenTag[] = [];
  const fields: Field[] = [];
  let dropped = 0;
  let line = '';
  const endLine = () => {
    if (line.trim()) told.text.push(line);
    line = '';
  };
  for (const token of xmlTokens(xml)) {
    if (token.type === 'open') {
      const name = localName(token.name);
      if (dropped > 0 || rules.droppedElements.has(name)) {
        if (!token.isEmpty) dropped += 1;
        continue;
      }
      const tag = strippedTag(token, told);
      if (name === 'fldChar') turnField(fields, attributeOf(tag, 'fldCharType'));
      written.push(writeToken(tag));
      if (!tag.isEmpty) open.push(token);
    } else if (token.type === 'close') {
      if (dropped > 0) {
        dropped -= 1;
        continue;
      }
      open.pop();
      written.push(writeToken(token));
      if (lineEnds.has(localName(token.name))) endLine();
    } else if (dropped === 0 && open.length > 0) {
      const text = strippedText(token.text, open, fields, told);
      if (readable.has(localName(open.at(-1)?.name ?? ''))) line += unescapeXml(text);
      written.push(writeToken({ type: 'text', text }));
    }
  }
  endLine();
  return written.join('');
}

function strippedTag(tag: OpenTag, told: Told): OpenTag {
  const name = localName(tag.name);
  const names = [...rules.nameAttributes['*']!, ...(rules.nameAttributes[name] ?? [])];
  const isSigned = tag.attributes.some(([key]) => localName(key) === 'author');
  const attributes = tag.attributes.flatMap(([key, value]): [string, string][] => {
    const local = localName(key);
    if (names.includes(local)) told.names.add(unescapeXml(value).trim());
    if (/^rsid/.test(local) || rules.droppedAttributes.has(local)) return [];
    // When a change was made, and by whose account.
    if (isSigned && ['date', 'dateUtc', 'initials', 'userId'].includes(local)) return [];
    if (name === 'scenario' && (local === 'user' || local === 'comment')) return [];
    // Leads to the settings of the author's printer.
    if (name === 'pageSetup' && key !== local && local === 'id') return [];
    if (isFromFile(name, local)) return [];
    if (names.includes(local)) return [[key, someone]];
    if (local === 'initials' || local === 'userId') return [[key, someone]];
    if ((name === 'cNvPr' || name === 'docPr') && local === 'name' && /[\\/]|\.\w{2,5}$/.test(unescapeXml(value))) return [[key, '图片']];
    if (local === 'instr') return [[key, value.replace(rules.localPlacesInText, '')]];
    const text = unescapeXml(value);
    if (rules.localPlace.test(text)) return [[key, '']];
    if (shownAttributes.has(local) || /\p{Script=Han}/u.test(text)) told.text.push(text);
    return [[key, value]];
  });
  return { ...tag, attributes };
}

/** Names and places of the picture's file, which a program writes by itself. */
function isFromFile(element: string, attribute: string): boolean {
  if (element === 'cNvPr' || element === 'docPr') return attribute === 'descr' || attribute === 'title';
  if (element === 'imagedata') return ['title', 'href', 'althref'].includes(attribute);
  return attribute === 'alt' && ['shape', 'rect', 'oval', 'group'].includes(element);
}

function strippedText(text: string, open: readonly OpenTag[], fields: Field[], told: Told): string {
  const holder = localName(open.at(-1)?.name ?? '');
  if (rules.nameElements.has(holder)) {
    told.names.add(unescapeXml(text).trim());
    return someone;
  }
  const field = fields.at(-1);
  if (holder === 'instrText' || holder === 'delInstrText') {
    if (field && !field.isShown) field.instruction += unescapeXml(text);
    return text.replace(rules.localPlacesInText, '');
  }
  const isTold =
    fields.some(({ instruction, isShown }) => isShown && rules.tellingField.test(instruction)) ||
    open.some((tag) => localName(tag.name) === 'fldSimple' && rules.tellingField.test(unescapeXml(attributeOf(tag, 'instr') ?? '')));
  if (isTold && holder === 't') return '';
  return holder === 't' && open.some((tag) => localName(tag.name) === 'comment') ? withoutPrefix(text, told) : text;
}

/** Excel begins a comment with its author's name. */
function withoutPrefix(text: string, { names }: Told): string {
  const shown = unescapeXml(text);
  const name = [...names].find((one) => one.length > 0 && (shown.startsWith(`${one}:`) || shown.startsWith(`${one}：`)));
  return name === undefined ? text : escapeXml(someone + shown.slice(name.length));
}

function turnField(fields: Field[], turn: string | undefined): void {
  if (turn === 'begin') fields.push({ instruction: '', isShown: false });
  else if (turn === 'separate') fields.splice(-1, 1, { instruction: fields.at(-1)?.instruction ?? '', isShown: true });
  else if (turn === 'end') fields.pop();
}

function attributeOf({ attributes }: OpenTag, name: string): string | undefined {
  return attributes.find(([key]) => localName(key) === name)?.[1];
}

/** Gathers the names in a part that is left out. */
export function gatherNames(xml: string, told: Told): void {
  strippedMarkup(xml, { names: told.names, text: [] });
}

/** The attributes of every element of a name, in order. */
export function elementsOf(xml: string, name: string): Record<string, string>[] {
  return [...xmlTokens(xml)]
    .filter((token: XmlToken): token is OpenTag => token.type === 'open' && localName(token.name) === name)
    .map(({ attributes }) => Object.fromEntries(attributes.map(([key, value]) => [key, unescapeXml(value)])));
}

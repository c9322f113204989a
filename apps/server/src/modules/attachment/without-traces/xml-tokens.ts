import { FileRefused } from '../file-refused.ts';

export interface OpenTag {
  type: 'open';
  name: string;
  /** In order; values as written, still escaped. */
  attributes: [name: string, value: string][];
  /** `<a/>`. */
  isEmpty: boolean;
}

export type XmlToken = OpenTag | { type: 'close'; name: string } | { type: 'text'; text: string };

const attribute = /\s*([^\s=/>"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*(\/?)>/y;
const closeTag = /<\/([^\s>]+)\s*>/y;
const openName = /<([^\s/>!?=]+)/y;

/**
 * The tokens of a part's XML. Comments and processing instructions are left out; CDATA becomes text. FileRefused DAMAGED where it is not
 * well formed, or declares a document type: no office program writes one.
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  for (let at = 0; at < xml.length; ) {
    if (xml[at] !== '<') {
      const next = xml.indexOf('<', at);
      const end = next < 0 ? xml.length : next;
      yield { type: 'text', text: xml.slice(at, end) };
      at = end;
    } else if (xml.startsWith('<!--', at)) at = after(xml, '-->', at + 4);
    else if (xml.startsWith('<?', at)) at = after(xml, '?>', at + 2);
    else if (xml.startsWith('<![CDATA[', at)) {
      const end = after(xml, ']]>', at + 9);
      yield { type: 'text', text: escapeXml(xml.slice(at + 9, end - 3)) };
      at = end;
    } else if (xml[at + 1] === '/') {
      const [all, name] = match(closeTag, xml, at);
      yield { type: 'close', name: name! };
      at += all.length;
    } else {
      const { tag, end } = openTag(xml, at);
      yield tag;
      at = end;
    }
  }
}

function openTag(xml: string, at: number): { tag: OpenTag; end: number } {
  const [start, name] = match(openName, xml, at);
  const attributes: [string, string][] = [];
  let end = at + start.length;
  for (;;) {
    attribute.lastIndex = end;
    const found = attribute.exec(xml);
    if (!found) break;
    attributes.push([found[1]!, found[2] ?? found[3]!]);
    end += found[0].length;
  }
  const [closing, slash] = match(tagEnd, xml, end);
  return { tag: { type: 'open', name: name!, attributes, isEmpty: slash === '/' }, end: end + closing.length };
}

function match(pattern: RegExp, xml: string, at: number): RegExpExecArray {
  pattern.lastIndex = at;
  const found = pattern.exec(xml);
  if (!found) throw new FileRefused('DAMAGED');
  return found;
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new FileRefused('DAMAGED');
  return at + mark.length;
}

export function writeToken(token: XmlToken): string {
  if (token.type === 'text') return token.text;
  if (token.type === 'close') return `</${token.name}>`;
  const attributes = token.attributes.map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`).join('');
  return `<${token.name}${attributes}${token.isEmpty ? '/' : ''}>`;
}

/** Name without its prefix: prefixes are the author's to choose. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (name) return entities[name.toLowerCase()] ?? all;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A part's XML as text, in whichever Unicode it is. FileRefused DAMAGED for any other encoding. */
export function xmlText(bytes: Buffer): string {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  try {
    return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefused('DAMAGED');
  }
}

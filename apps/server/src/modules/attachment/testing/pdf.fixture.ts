import { deflateSync } from 'node:zlib';

export interface PdfOptions {
  /** Objects by number, as they stand in the file; 1 is the root. */
  objects: Record<number, string | Buffer>;
  /** Entries of the trailer beside Root. */
  trailer?: string;
  /** Packs what are no streams into an object stream, with a stream as trailer, as newer programs do. */
  packed?: boolean;
}

/** A stream object of entries and data. */
export function streamOf(entries: string, data: Buffer | string): Buffer {
  const bytes = Buffer.from(data as string);
  return Buffer.concat([Buffer.from(`<<${entries}/Length ${bytes.length}>>\nstream\r\n`), bytes, Buffer.from('\nendstream')]);
}

export function pdfOf({ objects, trailer = '', packed = false }: PdfOptions): Buffer {
  const entries = Object.entries(objects);
  const inFile = entries.filter(([, value]) => !packed || Buffer.isBuffer(value));
  const chunks = [Buffer.from('%PDF-1.5\n%\xe2\xe3\n', 'latin1')];
  const add = (number: string, value: string | Buffer) =>
    chunks.push(Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(value as string), Buffer.from('\nendobj\n')]));
  for (const [number, value] of inFile) add(number, value);
  if (!packed) chunks.push(Buffer.from(`xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R ${trailer}>>\nstartxref\n0\n%%EOF\n`));
  else {
    const inStream = entries.filter(([, value]) => !Buffer.isBuffer(value)) as [string, string][];
    let offset = 0;
    const places = inStream.map(([number, value]) => {
      const place = `${number} ${offset}`;
      offset += value.length + 1;
      return place;
    });
    const head = `${places.join(' ')} `;
    const content = deflateSync(Buffer.from(head + inStream.map(([, value]) => `${value} `).join('')));
    add('90', streamOf(`/Type/ObjStm/N ${inStream.length}/First ${head.length}/Filter/FlateDecode`, content));
    add('91', streamOf(`/Type/XRef/W[1 2 1]/Root 1 0 R ${trailer}`, ''));
    chunks.push(Buffer.from('startxref\n0\n%%EOF\n'));
  }
  return Buffer.concat(chunks);
}

/** Root, pages and a page with a line of text: what a test adds to goes over them. */
export function pageOf(more: Record<number, string | Buffer> = {}, entries = ''): Record<number, string | Buffer> {
  return {
    1: `<</Type/Catalog/Pages 2 0 R${entries}>>`,
    2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    4: streamOf('', 'BT /F1 24 Tf 72 700 Td (Letter of complaint) Tj ET'),
    5: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...more,
  };
}

import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { judgeFile } from '../judge-file.ts';
import { pageOf, pdfOf, streamOf } from '../testing/pdf.fixture.ts';
import { photoOf } from '../testing/pictures.fixture.ts';
import { fromAscii85 } from './ascii85.ts';
import { readPdf } from './read-pdf.ts';
import { stripPdf } from './strip-pdf.ts';

const author = 'Zhang Jubao';

/** A file's bytes, and what its deflated streams hold. */
function everything(bytes: Buffer): string {
  const streams = [...bytes.toString('latin1').matchAll(/FlateDecode[\s\S]*?stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, data]) => {
    try {
      return inflateSync(Buffer.from(data!, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [bytes.toString('latin1'), ...streams].join('\n');
}

/** Also as strings of hexadecimal digits, and in UTF-16. */
function holds(bytes: Buffer, text: string): boolean {
  const all = everything(bytes);
  const wide = Buffer.from(text, 'utf16le').swap16();
  return [text, wide.toString('latin1'), Buffer.from(text).toString('hex'), wide.toString('hex')].some((one) => all.includes(one));
}

function refusal(bytes: Buffer): string | null {
  try {
    stripPdf(bytes);
  } catch (error) {
    return (error as { code: string }).code;
  }
  return null;
}

const info = `<</Author(${author})/Creator(Word)/Producer(WPS)/Title<FEFF${Buffer.from(author, 'utf16le').swap16().toString('hex')}>/CreationDate(D:20140920)>>`;
const xmp = streamOf('/Type/Metadata/Subtype/XML', `<?xpacket?><x:xmpmeta><dc:creator>${author}</dc:creator></x:xmpmeta>`);

describe('a PDF', () => {
  it.each([false, true])('tells its author neither in its properties nor in XMP (packed: %s)', (packed) => {
    const objects = pageOf({ 6: info, 7: xmp }, '/Metadata 7 0 R/PieceInfo<</Illustrator 6 0 R>>');
    const given = pdfOf({ objects, trailer: `/Info 6 0 R/ID[<${Buffer.from(author).toString('hex')}><00>]`, packed });
    expect(holds(given, author)).toBe(true);
    const bytes = stripPdf(judgeFile(given, '举报.pdf').bytes);
    for (const trace of [author, 'WPS', 'D:2014', 'xmpmeta', '/ID', '/Info']) expect([trace, holds(bytes, trace)]).toEqual([trace, false]);
    expect(holds(bytes, 'Letter of complaint')).toBe(true);
    expect(judgeFile(bytes, '材料1.pdf').mediaType).toBe('application/pdf');
    expect(stripPdf(bytes)).toEqual(bytes);
  });

  it('has a table of places in which each object stands where it says', () => {
    const bytes = stripPdf(pdfOf({ objects: pageOf() }));
    const text = bytes.toString('latin1');
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    const places = [...text.slice(start).matchAll(/(\d{10}) 00000 n/g)].map(([, place]) => Number(place));
    expect(places).toHaveLength(5);
    places.forEach((place, index) => {
      expect(text.slice(place).startsWith(`${index + 1} 0 obj`)).toBe(true);
    });
  });

  it('leaves out earlier revisions, unused objects and whatever stands around it', () => {
    const first = pdfOf({ objects: pageOf({ 4: streamOf('', `(${author}) Tj`), 8: `(${author})` }) });
    const second = Buffer.from(
      `4 0 obj\n${streamOf('', '(Now) Tj').toString('latin1')}\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\nPK\x03\x04${author}`,
    );
    const bytes = stripPdf(Buffer.concat([first, Buffer.from(`%${author}\n`), second]));
    expect(holds(bytes, author)).toBe(false);
    expect(holds(bytes, '(Now) Tj')).toBe(true);
  });

  it('keeps comments without their authors, form fields with their names, and links to the web alone', () => {
    const objects = pageOf({
      3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[6 0 R 7 0 R 8 0 R 9 0 R]>>',
      6: `<</Type/Annot/Subtype/Text/Rect[0 0 1 1]/T(${author})/Contents(See the receipt)/M(D:20140920)/NM(${author})>>`,
      7: '<</Type/Annot/Subtype/Widget/Rect[0 0 1 1]/FT/Tx/T(amount)/V(120)>>',
      8: `<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/Launch/F(C:\\\\Users\\\\${author})>>>>`,
      9: '<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/A<</S/URI/URI(https://www.gov.cn)>>>>',
    });
    const bytes = stripPdf(
      pdfOf({ objects: { ...objects, 1: `<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(${author})>>>>` } }),
    );
    expect(holds(bytes, author)).toBe(false);
    for (const kept of ['See the receipt', 'amount', 'https://www.gov.cn']) expect([kept, holds(bytes, kept)]).toEqual([kept, true]);
    expect(holds(bytes, 'Launch')).toBe(false);
    expect(holds(bytes, 'JavaScript')).toBe(false);
  });

  it('takes the place from photos in it, deflated or in letters too', () => {
    const photo = photoOf(author);
    const image = '/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8';
    const objects = pageOf({
      3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</A 6 0 R/B 7 0 R>>>>>>',
      6: streamOf(`${image}/Filter/DCTDecode`, photo),
      7: streamOf(`${image}/Filter[/FlateDecode/DCTDecode]`, deflateSync(photo)),
    });
    const bytes = stripPdf(pdfOf({ objects }));
    expect(holds(bytes, author)).toBe(false);
    expect(bytes.toString('latin1').match(/DCTDecode/g)).toHaveLength(2);
    expect(bytes.toString('latin1')).not.toContain('FlateDecode');
    expect(fromAscii85(Buffer.from('9jqo^BlbD-BleB1DJ+*+\nF(f,q/0JhKF<GL>z~>')).toString('latin1')).toBe(
      'Man is distinguished, not on\0\0\0\0',
    );
  });

  it.each<[string, Buffer, string]>([
    ['encrypted', pdfOf({ objects: pageOf(), trailer: '/Encrypt<</Filter/Standard>>' }), 'PDF_PROTECTED'],
    [
      'encrypted, by a stream as trailer',
      pdfOf({ objects: pageOf(), trailer: '/Encrypt<</Filter/Standard>>', packed: true }),
      'PDF_PROTECTED',
    ],
    [
      'signed',
      pdfOf({
        objects: pageOf(
          { 6: `<</FT/Sig/T(s)/V 7 0 R>>`, 7: `<</Type/Sig/Name(${author})/ByteRange[0 1 2 3]>>` },
          '/AcroForm<</Fields[6 0 R]>>',
        ),
      }),
      'PDF_SIGNED',
    ],
    ['with a file in it', pdfOf({ objects: pageOf({}, '/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/EF<<>>>>]>>>>') }), 'PDF_EMBEDS'],
    ['a form that draws itself', pdfOf({ objects: pageOf({}, '/AcroForm<</XFA[(a)]>>') }), 'PDF_EMBEDS'],
    ['without a root', Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'), 'PDF_UNREADABLE'],
    ['broken off', pdfOf({ objects: pageOf() }).subarray(0, 150), 'PDF_UNREADABLE'],
    ['nested without end', Buffer.from(`%PDF-1.4\n1 0 obj\n${'['.repeat(100_000)}`), 'PDF_UNREADABLE'],
  ])('is refused when %s', (_what, bytes, code) => {
    expect(refusal(bytes)).toBe(code);
  });

  it('is refused when it unpacks to more than it may', () => {
    const packed = streamOf('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', deflateSync(Buffer.alloc(2_000_000, 0x20)));
    const bomb = pdfOf({ objects: { 90: packed } });
    expect(bomb.length).toBeLessThan(4000);
    expect(() => readPdf(bomb, { bytes: 1_000_000 })).toThrow(expect.objectContaining({ code: 'PDF_UNREADABLE' }));
  });
});

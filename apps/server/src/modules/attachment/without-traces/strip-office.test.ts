import { workbookOf } from '@duban/ledger/testing/workbook.fixture';
import { describe, expect, it } from 'vitest';
import { judgeFile } from '../judge-file.ts';
import { letterOf, packageOf, relationsOf } from '../testing/office.fixture.ts';
import { photoOf } from '../testing/pictures.fixture.ts';
import { stripOffice } from './strip-office.ts';
import { unzip, zip } from './zip-parts.ts';

const author = '张举报';

/** The bytes of a file and of whatever can be unpacked from it. */
function everything(bytes: Buffer): Buffer[] {
  const parts = [...unzip(bytes, { bytes: 1e9 })].flatMap(([name, content]) => [
    Buffer.from(name),
    content,
    ...(content.subarray(0, 4).toString('latin1') === 'PK\x03\x04' ? everything(content) : []),
  ]);
  return [bytes, ...parts];
}

const holds = (bytes: Buffer, text: string) =>
  everything(bytes).some((one) => one.includes(text) || one.includes(Buffer.from(text, 'utf16le')));
const partOf = (bytes: Buffer, name: string) => unzip(bytes, { bytes: 1e9 }).get(name)?.toString('utf8') ?? '';

describe('a Word letter', () => {
  const letter = letterOf({ author, more: { 'word/media/image1.jpeg': photoOf(author) } });
  const { bytes, text } = stripOffice(judgeFile(letter, '举报信.docx').bytes);

  it('tells its author nowhere: not in properties, comments, changes, persons, fields, paths, pictures or unused parts', () => {
    expect(holds(letter, author)).toBe(true);
    expect(holds(bytes, author)).toBe(false);
    for (const trace of ['Users', 'GPS', '@corp', '00AB12CD', '2014-09-20', 'beacon', 'ZJ'])
      expect([trace, holds(bytes, trace)]).toEqual([trace, false]);
  });

  it('still says what was written, with its comments, changes and pictures', () => {
    expect(text).toContain('办事拖延三个月，请查处。请答复。删去的话');
    expect(text).toContain('此处有录音为证');
    expect(partOf(bytes, 'word/document.xml')).toContain('w:author="作者"');
    expect(partOf(bytes, 'word/document.xml')).toContain('<w:t>见证据</w:t>');
    expect(partOf(bytes, 'word/_rels/document.xml.rels')).toContain('https://www.zhumadian.gov.cn/');
    expect(partOf(bytes, 'word/media/image1.jpeg')).not.toBe('');
  });

  it('is sound: it is judged a letter again, lists only the parts it has, and is the same when cleared again', () => {
    expect(judgeFile(bytes, '材料1.docx').mediaType).toMatch(/wordprocessingml/);
    const parts = unzip(bytes, { bytes: 1e9 });
    expect([...parts.keys()].sort()).toEqual(
      [
        ...['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels', 'word/_rels/settings.xml.rels', 'word/comments.xml'],
        ...['word/document.xml', 'word/media/image1.jpeg', 'word/settings.xml'],
      ].sort(),
    );
    expect(partOf(bytes, '[Content_Types].xml')).not.toMatch(/people|core/);
    expect(stripOffice(bytes).bytes).toEqual(bytes);
  });

  it('says nothing of the program that packed it', () => {
    const start = letter.readUInt32LE(0);
    const withTimes = Buffer.from(letter);
    withTimes.writeUInt16LE(0x4567, 10);
    expect(withTimes.readUInt32LE(0)).toBe(start);
    const packed = stripOffice(Buffer.concat([withTimes.subarray(0, -2), Buffer.from([4, 0]), Buffer.from('作者')])).bytes;
    expect(packed.readUInt16LE(10)).toBe(0);
    expect(packed.readUInt16LE(packed.length - 2)).toBe(0);
  });
});

describe('what is refused', () => {
  const refused = (bytes: Buffer) => {
    try {
      stripOffice(bytes);
    } catch (error) {
      return (error as { code: string }).code;
    }
    return null;
  };

  it('is a letter that its author signed with the name in its properties', () => {
    expect(refused(letterOf({ author, body: '举报人：张举报' }))).toBe('NAMES_AUTHOR');
    // Also in two runs, and escaped.
    expect(refused(letterOf({ author, body: '举报人：张举</w:t></w:r><w:r><w:t>报' }))).toBe('NAMES_AUTHOR');
    expect(refused(letterOf({ author, body: '举报人：&#x5F20;举报' }))).toBe('NAMES_AUTHOR');
    expect(refused(letterOf({ author: '微软用户', body: '微软用户' }))).toBeNull();
  });

  it('is what holds objects, outside data or pictures that tell who knows what', () => {
    const embedded = (target: string, content: Buffer) =>
      letterOf({ author, more: { [`word/${target}`]: content }, moreRelations: [['rId20', 'oleObject', target]] });
    expect(refused(embedded('embeddings/a.bin', Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toBe('OFFICE_EMBEDS');
    expect(refused(embedded('media/a.emf', Buffer.from('0100000058000000', 'hex')))).toBe('OFFICE_EMBEDS');
    expect(refused(letterOf({ author, more: { 'word/a.html': '<html>' }, moreRelations: [['rId20', 'aFChunk', 'a.html']] }))).toBe(
      'OFFICE_EMBEDS',
    );
  });

  it('is what is broken, twice there, or unpacks to more than it may', () => {
    expect(refused(packageOf({ '[Content_Types].xml': '<Types/>' }))).toBe('DAMAGED');
    expect(refused(letterOf({ author }).subarray(0, 900))).toBe('DAMAGED');
    const doctyped = '<!DOCTYPE a [<!ENTITY x "aaaa"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>';
    expect(refused(letterOf({ author, more: { 'word/settings.xml': doctyped } }))).toBe('DAMAGED');
    const twice = letterOf({ author, more: { 'word/peoplf.xml': 'x' } });
    for (let at = twice.indexOf('peoplf'); at >= 0; at = twice.indexOf('peoplf')) twice.write('people', at);
    expect(refused(twice)).toBe('DAMAGED');
    const bomb = zip(new Map([['word/a.xml', Buffer.alloc(2_000_000)]]));
    expect(bomb.length).toBeLessThan(4000);
    const unpack = () => unzip(bomb, { bytes: 1_000_000 });
    expect(unpack).toThrow(expect.objectContaining({ code: 'BOMB' }));
    // It declares less than it unpacks to.
    bomb.writeUInt32LE(9, bomb.length - 22 - 46 - 'word/a.xml'.length + 24);
    expect(unpack).toThrow(expect.objectContaining({ code: 'BOMB' }));
  });
});

describe('a workbook and a presentation', () => {
  it('a workbook loses the names in comments, and keeps what they say', async () => {
    const parts = unzip(
      Buffer.from(
        await workbookOf({
          情况: [
            ['事项', '金额'],
            ['收费', 120],
          ],
        }),
      ),
      { bytes: 1e9 },
    );
    parts.set('docProps/core.xml', Buffer.from(`<cp:coreProperties xmlns:dc="d"><dc:creator>${author}</dc:creator></cp:coreProperties>`));
    parts.set(
      'xl/comments1.xml',
      Buffer.from(
        `<comments><authors><author>${author}</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>${author}:</t></r><r><t>请看发票</t></r></text></comment></commentList></comments>`,
      ),
    );
    const sheet = [...parts.keys()].find((name) => /worksheets\/[^/]+\.xml$/.test(name))!;
    parts.set(
      sheet.replace('worksheets/', 'worksheets/_rels/').concat('.rels'),
      Buffer.from(relationsOf(['rId9', 'comments', '../comments1.xml'])),
    );
    const book = [...parts.keys()].find((name) => /workbook\.xml$/.test(name))!;
    const extra = `<fileSharing userName="${author}"/><x15ac:absPath xmlns:x15ac="x" url="C:\\Users\\${author}\\"/>`;
    parts.set(
      book,
      Buffer.from(
        parts
          .get(book)!
          .toString('utf8')
          .replace(/(<workbook[^>]*>)/, `$1${extra}`),
      ),
    );
    const { bytes, text } = stripOffice(zip(parts));
    expect(holds(zip(parts), author)).toBe(true);
    expect(holds(bytes, author)).toBe(false);
    expect(text).toContain('作者:请看发票');
    expect(text).toContain('收费');
    expect(judgeFile(bytes, '材料1.xlsx').mediaType).toMatch(/spreadsheetml/);
  });

  it('a presentation loses the authors of its comments, also within a workbook in a chart', () => {
    const inner = packageOf({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': relationsOf(['rId1', 'officeDocument', 'xl/workbook.xml'], ['rId2', 'core-properties', 'docProps/core.xml']),
      'docProps/core.xml': `<a><creator>${author}</creator></a>`,
      'xl/workbook.xml': `<workbook><fileSharing userName="${author}"/></workbook>`,
    });
    const slides = packageOf({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': relationsOf(['rId1', 'officeDocument', 'ppt/presentation.xml']),
      'ppt/presentation.xml': '<p:presentation xmlns:p="p"/>',
      'ppt/_rels/presentation.xml.rels': relationsOf(
        ['rId1', 'commentAuthors', 'commentAuthors.xml'],
        ['rId2', 'http://schemas.microsoft.com/office/2018/10/relationships/authors', 'authors.xml'],
        ['rId3', 'package', 'embeddings/Workbook.xlsx'],
      ),
      'ppt/commentAuthors.xml': `<p:cmAuthorLst xmlns:p="p"><p:cmAuthor id="0" name="${author}" initials="ZJB" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>`,
      'ppt/authors.xml': `<a:authorLst xmlns:a="a"><a:author id="{1}" name="${author}" initials="ZJB" userId="${author}" providerId="AD"/></a:authorLst>`,
      'ppt/embeddings/Workbook.xlsx': inner,
    });
    const { bytes } = stripOffice(slides);
    expect(holds(slides, author)).toBe(true);
    expect(holds(bytes, author)).toBe(false);
    expect(holds(bytes, 'ZJB')).toBe(false);
    expect(partOf(bytes, 'ppt/commentAuthors.xml')).toContain('id="0"');
  });
});

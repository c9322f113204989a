import { type ZipParts, zip } from '../without-traces/zip-parts.ts';

const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

type Relation = [id: string, type: string, target: string, mode?: 'External'];

export function relationsOf(...rows: Relation[]): string {
  const lines = rows.map(
    ([id, type, target, mode]) =>
      `<Relationship Id="${id}" Type="${type.includes(':') ? type : `${office}/${type}`}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  );
  return `<?xml version="1.0"?><Relationships xmlns="${relations}">${lines.join('')}</Relationships>`;
}

/** A package of the parts given, texts or bytes. */
export function packageOf(parts: Record<string, string | Buffer>): Buffer {
  const entries = Object.entries(parts).map(([name, content]): [string, Buffer] => [name, Buffer.from(content as string)]);
  return zip(new Map(entries) satisfies ZipParts);
}

export interface LetterOptions {
  /** Stands wherever a program writes its user's name. */
  author: string;
  /** What is written on the page. */
  body?: string;
  more?: Record<string, string | Buffer>;
  moreRelations?: Relation[];
}

/** A letter as Word keeps it: properties, a comment, a tracked change, persons, revision ids, template, fields, a picture from a telephone. */
export function letterOf({ author, body = '办事拖延三个月，请查处。', more = {}, moreRelations = [] }: LetterOptions): Buffer {
  const changed = `w:id="1" w:author="${author}" w:date="2014-09-20T08:00:00Z" w:initials="ZJ"`;
  const field = (instruction: string, shown: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  return packageOf({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/word/people.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml"/></Types>`,
    '_rels/.rels': relationsOf(
      ['rId1', 'officeDocument', 'word/document.xml'],
      ['rId2', 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'],
      ['rId3', 'extended-properties', 'docProps/app.xml'],
      ['rId4', 'custom-properties', 'docProps/custom.xml'],
    ),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy></cp:coreProperties>`,
    'docProps/app.xml': `<Properties><Company>${author}的单位</Company><Manager>${author}</Manager><Template>C:\\Users\\${author}\\t.dotx</Template></Properties>`,
    'docProps/custom.xml': `<Properties><property name="KSOAccount"><lpwstr>${author}</lpwstr></property></Properties>`,
    'word/document.xml':
      `<?xml version="1.0"?><!-- ${author} --><?mso-contentType ${author}?><w:document xmlns:w="${word}" xmlns:wp="wp" xmlns:a="a"><w:body>` +
      `<w:p w:rsidR="00AB12CD" w:rsidRPr="00AB12CE"><w:r><w:t>${body}</w:t></w:r><w:ins ${changed}><w:r><w:t>请答复。</w:t></w:r></w:ins>` +
      `<w:del ${changed}><w:r><w:delText>删去的话</w:delText></w:r></w:del></w:p>` +
      `<w:p>${field('AUTHOR \\* MERGEFORMAT', author)}${field('HYPERLINK "file:///C:\\Users\\x\\证据.doc"', '见证据')}` +
      `<w:fldSimple w:instr=" LASTSAVEDBY "><w:r><w:t>${author}</w:t></w:r></w:fldSimple></w:p>` +
      `<w:p><w:r><wp:docPr id="1" name="C:\\Users\\${author}\\IMG_1.jpg" descr="${author}拍摄"/><a:blip r:embed="rId5"/></w:r></w:p>` +
      '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:creator[1]"/></w:sdtPr></w:sdt></w:body></w:document>',
    'word/_rels/document.xml.rels': relationsOf(
      ['rId1', 'settings', 'settings.xml'],
      ['rId2', 'comments', '/word/comments.xml'],
      ['rId3', 'http://schemas.microsoft.com/office/2011/relationships/people', 'people.xml'],
      ['rId4', 'hyperlink', `file:///C:/Users/${author}/证据.doc`, 'External'],
      ['rId5', 'image', 'media/image1.jpeg'],
      ['rId6', 'customXml', '../customXml/item1.xml'],
      ['rId7', 'hyperlink', 'https://www.zhumadian.gov.cn/', 'External'],
      ['rId8', 'image', `http://beacon.example/${author}.png`, 'External'],
      ...moreRelations,
    ),
    'word/settings.xml': `<w:settings xmlns:w="${word}"><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids><w:docVars><w:docVar w:name="u" w:val="${author}"/></w:docVars><w:zoom w:percent="100"/></w:settings>`,
    'word/_rels/settings.xml.rels': relationsOf(['rId1', 'attachedTemplate', `file:///C:\\Users\\${author}\\Normal.dotm`, 'External']),
    'word/comments.xml': `<w:comments xmlns:w="${word}"><w:comment ${changed}><w:p><w:r><w:t>此处有录音为证</w:t></w:r></w:p></w:comment></w:comments>`,
    'word/people.xml': `<w15:people xmlns:w15="p"><w15:person w15:author="${author}"><w15:presenceInfo w15:providerId="AD" w15:userId="${author}@corp"/></w15:person></w15:people>`,
    'customXml/item1.xml': `<a>${author}</a>`,
    // Lies in the package, and nothing leads to it.
    'word/old.xml': `<a>${author}</a>`,
    ...more,
  });
}

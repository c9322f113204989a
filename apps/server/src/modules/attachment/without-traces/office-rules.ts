/** Elements that tell of the author, the computer or the way of a document, by local name: they go with all that they hold. */
export const droppedElements: ReadonlySet<string> = new Set([
  // Word
  ...['rsids', 'attachedTemplate', 'docVars', 'mailMerge', 'docId', 'dataBinding', 'printerSettings', 'saveThroughXslt'],
  // Excel
  ...['absPath', 'fileSharing', 'customWorkbookViews', 'customSheetViews', 'customProperties', 'webPublishing', 'webPublishItems'],
  // PowerPoint
  'custDataLst',
]);

/** Attributes that go wherever they stand, by local name. */
export const droppedAttributes: ReadonlySet<string> = new Set(['refreshedBy', 'securityDescriptor', 'lastEditedBy']);

/** Where a person's name stands in an attribute, by local name of the element; `*`: of any. */
export const nameAttributes: Readonly<Record<string, readonly string[]>> = {
  '*': ['author', 'userName', 'lastModifiedBy', 'refreshedBy'],
  cmAuthor: ['name'],
  author: ['name'],
  person: ['displayName', 'author'],
  scenario: ['user'],
};

/** Elements of a document's properties whose text is a person's name. */
export const nameElements: ReadonlySet<string> = new Set(['creator', 'lastModifiedBy', 'Manager', 'author']);

/** Relationships that are cut, by the last word of their type: what they lead to is left out. */
export const cutRelationships: ReadonlySet<string> = new Set([
  // Properties, thumbnails, signatures, sensitivity labels
  ...[
    'core-properties',
    'extended-properties',
    'custom-properties',
    'thumbnail',
    'origin',
    'signature',
    'certificate',
    'classificationlabels',
  ],
  ...['customXml', 'customXmlProps', 'wpsCustomData', 'customData', 'customProperty', 'tags', 'printerSettings', 'attachedTemplate'],
  // Who commented and who edited when; the comments themselves stay
  ...['people', 'person', 'threadedComment', 'usernames', 'revisionHeaders', 'revisionLog', 'revisionInfo', 'changesInfo'],
  ...['mailMergeSource', 'mailMergeHeaderSource', 'recipientData', 'keyMapCustomizations', 'attachedToolbars'],
]);

/** Relationships to what only works with the author's own data sources. */
export const outsideData: ReadonlySet<string> = new Set(['connections', 'queryTable', 'aFChunk', 'vbaProject', 'activeXControlBinary']);

/** Fields that write the author, the user or the file's place into the text by themselves. */
export const tellingField =
  /^\s*(?:AUTHOR|LASTSAVEDBY|USERNAME|USERINITIALS|USERADDRESS|FILENAME|TEMPLATE|DOCPROPERTY|DOCVARIABLE|INFO)\b/i;

/** A place on somebody's computer or in somebody's network. */
export const localPlace = /^\s*(?:file:|[a-z]:[\\/]|\\\\[\w\p{L}])/iu;
export const localPlacesInText = /(?:file:|(?<![a-z])[a-z]:[\\/]|\\\\[\w\p{L}])(?:(?!&quot;)[^"])*/giu;

/** Names that programs and computer shops give: they are no person's. */
const ofNobody = new Set(
  [
    ...['administrator', 'admin', 'user', 'users', 'owner', 'author', 'unknown', 'guest', 'root', 'windows', 'windows user', 'microsoft'],
    ...['microsoft office user', 'microsoft office', 'python-docx', 'openpyxl', 'apache poi', 'wps', 'wps office', 'un-named', 'unnamed'],
    ...[
      'lenovo',
      'dell',
      'asus',
      'acer',
      'thinkpad',
      'pc',
      'home',
      'office',
      'test',
      '微软用户',
      '微软中国',
      'windows 用户',
      '用户',
      '作者',
    ],
    ...['未知', '管理员', '未定义', '雨林木风', '番茄花园', '深度技术', '系统管理员'],
  ].map((name) => name.toLowerCase()),
);

/** A name by which a person could be known: two Chinese characters or four letters at least. */
export function isTelling(name: string): boolean {
  const plain = name.trim();
  return /\p{Script=Han}.*\p{Script=Han}|\p{L}{4}/u.test(plain) && !ofNobody.has(plain.toLowerCase());
}

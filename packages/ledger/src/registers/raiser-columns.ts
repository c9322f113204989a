import type { Column } from '../column.ts';

/** Who raised a problem: kept encrypted, seen in clear by those alone who have to answer. */
export const raiserColumns = [
  {
    key: 'raiserName',
    header: '反映人',
    headerEn: 'Raised by',
    synonyms: ['反映人姓名', '姓名', '群众姓名', '留言人'],
    type: 'text',
    maxLength: 50,
    personal: true,
    meaning: '加密保存，只在答复和回访时查看，导出的台账不含这一列；不愿留名的空着。',
    meaningEn: 'Kept encrypted, looked up for answering and call-back alone, never exported; empty = left no name.',
  },
  {
    key: 'raiserPhone',
    header: '联系电话',
    headerEn: 'Phone',
    synonyms: ['电话', '反映人电话', '手机号', '联系方式'],
    type: 'text',
    maxLength: 40,
    personal: true,
    meaning: '加密保存，只在答复和回访时查看，导出的台账不含这一列。',
    meaningEn: 'Kept encrypted, looked up for answering and call-back alone, never exported.',
  },
] as const satisfies readonly Column[];

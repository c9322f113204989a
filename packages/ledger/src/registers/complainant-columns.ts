import type { Column } from '../column.ts';

/** The protected person behind a complaint: kept encrypted, seen by inspection alone. */
export const complainantColumns = [
  {
    key: 'complainantName',
    header: '投诉人',
    headerEn: 'Complainant',
    synonyms: ['投诉人姓名', '姓名', '举报人'],
    type: 'text',
    maxLength: 50,
    personal: true,
    meaning: '受保护，加密保存，只有监察机关可见；匿名的空着。',
    meaningEn: 'Protected, kept encrypted, seen by inspection alone; empty when anonymous.',
  },
  {
    key: 'complainantPhone',
    header: '联系电话',
    headerEn: 'Phone',
    synonyms: ['电话', '投诉人电话', '手机号', '联系方式'],
    type: 'text',
    maxLength: 40,
    personal: true,
    meaning: '受保护，加密保存，只有监察机关可见。',
    meaningEn: 'Protected, kept encrypted, seen by inspection alone.',
  },
  {
    key: 'complainantIdentity',
    header: '身份证号',
    headerEn: 'Identity number',
    synonyms: ['身份证号码', '证件号码', '证件号'],
    type: 'text',
    maxLength: 40,
    personal: true,
    meaning: '受保护，加密保存；单元格须设为文本格式，否则 Excel 会丢失末几位。',
    meaningEn: 'Protected, kept encrypted; the cell must be text, or Excel loses the last digits.',
  },
  {
    key: 'complainantAddress',
    header: '联系地址',
    headerEn: 'Address',
    synonyms: ['地址', '投诉人地址', '住址'],
    type: 'text',
    maxLength: 200,
    personal: true,
    meaning: '受保护，加密保存，只有监察机关可见。',
    meaningEn: 'Protected, kept encrypted, seen by inspection alone.',
  },
] as const satisfies readonly Column[];

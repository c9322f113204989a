import type { LookupData } from '../lookup.ts';

const term = (dictionary: string, code: string, name: string, aliases: string[] = []) => ({ dictionary, code, name, aliases });

/** A small city for tests. */
export const sampleLookup: LookupData = {
  cityName: '驻马店市',
  units: [
    { id: 'fgw', name: '市发展和改革委员会', shortName: '市发改委', kind: 'DEPARTMENT', aliases: ['发改委'] },
    { id: 'czj', name: '市财政局', shortName: '财政局', kind: 'DEPARTMENT', aliases: [] },
    { id: 'gtj', name: '市国土资源局', shortName: '市国土局', kind: 'DEPARTMENT', aliases: ['国土局'] },
    { id: 'jyj', name: '市教育局', shortName: '教育局', kind: 'DEPARTMENT', aliases: [] },
    { id: '411702', name: '驿城区', shortName: '驿城区', kind: 'COUNTY', aliases: ['驿城'] },
    { id: '411721', name: '西平县', shortName: '西平县', kind: 'COUNTY', aliases: ['西平'] },
    { id: 'xp-jyj', name: '西平县教体局', shortName: '教体局', kind: 'DEPARTMENT', aliases: [] },
    { id: 'sc-jyj', name: '上蔡县教体局', shortName: '教体局', kind: 'DEPARTMENT', aliases: [] },
  ],
  posts: [
    { id: 'vice-mayor-construction', title: '副市长（城建）' },
    { id: 'mayor', title: '市长' },
  ],
  terms: [
    term('style-category', '1', '门难进、脸难看'),
    term('style-category', '2', '推诿扯皮'),
    term('style-category', '3', '吃拿卡要'),
    term('project-stage', 'approval', '立项'),
    term('project-stage', 'building', '在建'),
    term('hard-problem-theme', 'land', '征地拆迁', ['拆迁']),
    term('hard-problem-theme', 'funds', '资金筹措'),
    term('livelihood-programme', 'ten', '十项民生工程'),
    term('complaint-class', 'inaction', '不作为乱作为'),
    term('complaint-channel', 'phone', '电话', ['热线']),
    term('supervision-source', 'instruction', '领导批示', ['批示']),
    term('supervision-source', 'meeting', '会议议定'),
    term('public-topic', 'education', '教育', ['上学']),
    term('public-topic', 'health', '医疗'),
    term('public-problem-channel', 'meeting', '座谈征求'),
    term('public-problem-channel', 'message', '网络留言'),
    term('rectification-campaign', '3', '行政执法'),
    term('rectification-campaign', '4', '公路三乱'),
    term('road-disorder', 'fee', '乱收费'),
    term('enforcement-disorder', 'levy', '乱摊派'),
  ],
};

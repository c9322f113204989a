import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countItems } from '../../modules/item/item-list.ts';
import { ask, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { addComplaint } from '../complaint-outcomes/add-complaint.fixture.ts';
import { complaintWords } from './complaint-words.query.ts';
import { countWords } from './count-words.ts';
import { segmenter } from './segment.ts';
import { readStopWords, stopWords } from './stop-words.ts';

describe('countWords', () => {
  const rules = async (names: string[] = []) => ({ cut: await segmenter(), stopWords: stopWords(), names, first: 10 });

  it('counts each text once for a word, and leaves out stop words, single characters and what one text alone says', async () => {
    const texts = ['征地补偿款没有发放，补偿标准不明', '补偿标准前后不一', '反映工作人员态度粗暴'];
    expect(await countWords(texts, await rules())).toEqual([
      { word: '标准', count: 2 },
      { word: '补偿', count: 2 },
    ]);
  });

  it('leaves out the names of units and what is cut out of them', async () => {
    const texts = ['市国土局拖延办证', '国土局乱收费', '到国土局办证'];
    const words = await countWords(texts, await rules(['市国土局', '国土局']));
    expect(words).toEqual([{ word: '办证', count: 2 }]);
  });

  it('keeps the longer of two words that stand in the same texts', async () => {
    const cut = (text: string) => (text === '甲' ? [] : ['补偿', '补偿标准']);
    expect(await countWords(['补偿标准一', '补偿标准二'], { cut, stopWords: new Set(), names: [], first: 5 })).toEqual([
      { word: '补偿标准', count: 2 },
    ]);
  });

  it('takes any text: scripts, control and direction marks, emoji, half a pair of surrogates, 100 kB', async () => {
    const odd = ['<script>罚款</script>\u202e😀', "罚款'; DROP TABLE item; --\u0007", `\ud800罚款${'罚'.repeat(100_000)}`];
    expect(await countWords(odd, await rules())).toEqual([{ word: '罚款', count: 3 }]);
    expect(await countWords([], await rules())).toEqual([]);
  });
});

it('reads a list of stop words with comments', () => {
  expect([...readStopWords('# a comment\n反映 来电 # told\n\n以后\n')]).toEqual(['反映', '来电', '以后']);
});

describe('complaintWords', () => {
  const leader = viewerWith('CITY_LEADER');
  let close: () => Promise<void>;

  beforeAll(async () => {
    close = await openTestCity();
    await addComplaint({ foundOn: '2014-08-01', facts: '反映市国土局办证收取材料费，罚款不开票据' });
    await addComplaint({ foundOn: '2014-09-01', facts: '反映罚款不开票据，也未出具决定书。罚款共三次' });
    await addComplaint({ foundOn: '2014-09-20', facts: '反映办证超过时限', leadUnitId: 'gtj' });
    await addComplaint({ foundOn: '2013-08-20', decidedOn: '2014-01-06', facts: '反映罚款过高' });
    await addComplaint({ foundOn: '2014-09-28', facts: '', state: 'DRAFT' });
  });
  afterAll(() => close());

  it('gives the words of the last twelve months, and the ledger finds as many for each', async () => {
    const words = await complaintWords(leader, '2014-09-30', {}, 10);
    expect(words.map(({ word, count }) => [word, count])).toEqual([
      ['办证', 2],
      ['票据', 2],
      ['罚款', 2],
    ]);
    for (const { word, count, from, to } of words) {
      expect([from, to]).toEqual(['2013-10-01', '2014-09-30']);
      expect(await countItems(leader, '2014-09-30', { kinds: ['COMPLAINT'], word, found: { from, to } }), word).toBe(count);
    }
  });

  it('follows the day, the filter and who asks', async () => {
    expect(await complaintWords(leader, '2014-08-31', {}, 10)).toEqual([]);
    expect(await complaintWords(leader, '2014-09-30', { leadUnits: ['gtj'] }, 10)).toEqual([]);
    expect(await complaintWords(viewerWith('UNIT_CLERK', 'gtj'), '2014-09-30', {}, 10)).toEqual([]);
  });

  it('searches a word as it stands, wildcards too', async () => {
    const found = (word: string) => countItems(leader, '2014-09-30', { kinds: ['COMPLAINT'], word });
    expect(await found('罚款')).toBe(3);
    expect(await found('罚%票')).toBe(0);
    expect(await found('_')).toBe(0);
  });

  it('refuses a size that is none', async () => {
    const { errors } = await ask(leader, '{ complaintWords(first: 0) { word } }');
    expect(errors?.[0]?.message).toBe('热词一次取 1 到 100 个。');
  });
});

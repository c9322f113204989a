import { describe, expect, it, vi } from 'vitest';
import { Draft } from './draft-store.ts';
import { formRows } from './testing-form.fixture.ts';

const newDraft = () => new Draft(formRows, { periodOn: '2014-09-30', today: '2014-09-30' });
const actual = { itemId: '民', field: 'actual' };

describe('a draft', () => {
  it('goes back and forth over changes, a block as one', () => {
    const draft = newDraft();
    draft.change([{ ...actual, value: '100' }]);
    draft.change([
      { ...actual, value: '110' },
      { itemId: '民', field: 'fundsPaid', value: '3' },
    ]);
    expect(draft.undo()).toBe(true);
    expect([draft.get('民', 'actual'), draft.get('民', 'fundsPaid')]).toEqual(['100', null]);
    draft.undo();
    expect([draft.get('民', 'actual'), draft.undo()]).toEqual([null, false]);
    draft.redo();
    draft.redo();
    expect([draft.get('民', 'actual'), draft.get('民', 'fundsPaid'), draft.redo()]).toEqual(['110', '3', false]);
  });

  it('makes one step of what was typed, none of what was taken back', () => {
    const draft = newDraft();
    draft.type({ ...actual, value: '1' });
    draft.type({ ...actual, value: '12' });
    draft.settle(actual, null, true);
    draft.type({ ...actual, value: '129' });
    draft.settle(actual, '12', false);
    expect(draft.get('民', 'actual')).toBe('12');
    draft.undo();
    expect([draft.get('民', 'actual'), draft.undo()]).toEqual([null, false]);
  });

  it('knows what the server lacks, and takes what others wrote where nothing was typed', () => {
    const draft = newDraft();
    const told = vi.fn();
    draft.subscribe(told);
    draft.change([{ ...actual, value: '100' }]);
    expect(draft.unsaved()).toEqual([{ ...actual, value: '100', seen: null }]);
    draft.change([{ itemId: '风', field: 'evidence', value: '我的' }]);
    draft.saved(
      [{ ...actual, value: '100' }],
      [
        { ...actual, value: '100' },
        { itemId: '民', field: 'fundsPaid', value: '7' },
        { itemId: '风', field: 'evidence', value: '他的' },
      ],
      [],
    );
    expect([draft.get('民', 'fundsPaid'), draft.get('风', 'evidence')]).toEqual(['7', '我的']);
    expect(draft.unsaved()).toEqual([{ itemId: '风', field: 'evidence', value: '我的', seen: '他的' }]);
    expect(told).toHaveBeenCalledTimes(3);
  });

  it('tells of a replaced value, which can be put back', () => {
    const draft = newDraft();
    draft.change([{ ...actual, value: '100' }]);
    draft.saved([{ ...actual, value: '100' }], null, [{ ...actual, value: '90', editedBy: '经办人' }]);
    expect(draft.noteAt('民', 'actual')).toEqual({ value: '90', editedBy: '经办人' });
    draft.answerNote('民', 'actual', true);
    expect([draft.get('民', 'actual'), draft.noteAt('民', 'actual')]).toEqual(['90', undefined]);
  });

  it('counts what is asked, filled in and wrong by the rules of the form', () => {
    const draft = newDraft();
    expect(draft.counts()).toEqual({ asked: 10, filled: 0, problems: 1 });
    draft.change([
      { ...actual, value: '50' },
      { itemId: '民', field: 'fundsPaid', value: '3' },
    ]);
    expect(draft.problemsOf('民')).toEqual([{ field: 'actual', code: 'FELL', last: 55 }]);
    draft.change([{ itemId: '民', field: 'actual:reason', value: '核减' }]);
    expect(draft.counts()).toEqual({ asked: 10, filled: 2, problems: 0 });
  });
});

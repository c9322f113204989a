import type { KeyboardEvent } from 'react';
import type { Place } from './grid-model.ts';

/** What a cell asks of its grid. */
export type GridActions = {
  /** True while the person is in the grid: a cell that becomes the active one takes the focus. */
  wantsFocus(): boolean;
  goTo(place: Place, options?: { extend?: boolean }): void;
  /** Moves by a key; false where the key has nothing to do here (Tab past the last cell). */
  move(event: KeyboardEvent): boolean;
  clearBlock(): void;
  collapse(): void;
  undo(): void;
  redo(): void;
  toBar(): void;
  nextProblem(): void;
};

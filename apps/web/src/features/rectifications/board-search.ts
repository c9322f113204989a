import { flagParam, oneOfParam, textParam } from '../../ui/search-params.ts';

/** Drawers of a board. */
const drawers = ['settings', 'problem', 'import'] as const;

/** Search parameters of a board: the rows shown, the month's form, a month's history, another drawer. */
export const boardParams = {
  unit: textParam,
  month: textParam,
  enter: textParam,
  of: textParam,
  story: flagParam,
  drawer: oneOfParam(drawers),
};

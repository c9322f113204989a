import { pool } from '../apps/server/src/database.ts';
import type { Viewer } from '../apps/server/src/modules/session/viewer.ts';
import { ask } from '../apps/server/src/testing/test-city.ts';

/** One thing a screen asks: through the product, and the bare SQL that the answer can't do without. */
export interface Question {
  name: string;
  product: () => Promise<unknown>;
  limit: () => Promise<unknown>;
}

export function questions(viewer: Viewer): Question[] {
  const through = (document: string) => async () => {
    const { errors } = await ask(viewer, document);
    if (errors) throw errors[0];
  };
  const bare = (text: string) => () => pool.query(text);
  const page = `items(filter: { kinds: [STYLE_PROBLEM] }, orderBy: DUE_ON, first: 50)`;
  const hydrated = `SELECT i.*, u.name FROM item i JOIN unit u ON u.id = i.lead_unit_id WHERE i.kind = 'STYLE_PROBLEM' ORDER BY i.due_on, i.id LIMIT 50`;
  return [
    {
      name: 'ledger: a page of 50, by due day',
      product: through(`{ ${page} { nodes { id number title leadUnit { shortName } standing { light state why { rule } } } } }`),
      limit: bare(hydrated),
    },
    {
      name: 'ledger: the count of a filter',
      product: through('{ items(filter: { kinds: [STYLE_PROBLEM], lights: [RED] }, first: 1) { totalCount } }'),
      limit: bare(
        `SELECT count(*) FROM item WHERE kind = 'STYLE_PROBLEM' AND red_on <= '2014-09-30' AND state NOT IN ('CLOSED', 'WRITTEN_OFF')`,
      ),
    },
    {
      name: 'ledger: a page as of a past day',
      product: through(
        `{ items(filter: { kinds: [STYLE_PROBLEM] }, orderBy: DUE_ON, first: 50, asOf: "2014-08-31") { nodes { id number } } }`,
      ),
      limit: bare(
        `SELECT item_id FROM item_span WHERE unit_id IS NULL AND kind = 'STYLE_PROBLEM' AND from_at < '2014-09-01' AND to_at >= '2014-09-01' ORDER BY due_on, item_id LIMIT 50`,
      ),
    },
    {
      name: 'cockpit: headlines of four themes',
      product: through('{ themeHeadlines { theme } }'),
      limit: bare(`SELECT kind, state, count(*) FROM item GROUP BY kind, state`),
    },
    {
      name: 'cockpit: red list',
      product: through('{ redList(first: 10) { __typename } }'),
      limit: bare(
        `SELECT id FROM item WHERE red_on <= '2014-09-30' AND state NOT IN ('CLOSED', 'WRITTEN_OFF') ORDER BY red_on, id LIMIT 10`,
      ),
    },
  ];
}

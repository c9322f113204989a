import { expect, it } from 'vitest';
import { transitionTableMarkdown } from './item-transitions.ts';

const head = `# The state table

Every act on an item or a part: from which state, to which, by whom, with what, and under which guard. Defined in
\`packages/rules/src/item-transitions.ts\`, and a test holds this file to it. After a change: \`npx vitest run --project rules state-table -u\`.

<!-- biome-ignore format: as the function prints it -->
`;

it('docs/state-table.md is the state table', async () => {
  await expect(head + transitionTableMarkdown()).toMatchFileSnapshot('../../../docs/state-table.md');
});

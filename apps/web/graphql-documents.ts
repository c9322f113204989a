import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, isAbstractType } from 'graphql';
import type { Plugin } from 'vite';

const generated = fileURLToPath(new URL('./src/gql/graphql.ts', import.meta.url));
const schemaFile = fileURLToPath(new URL('../server/schema.graphql', import.meta.url));
const possibleTypesId = 'virtual:graphql-possible-types';
const prefix = 'virtual:graphql-document/';
const call = /\bgraphql\(\s*(?:\/\* GraphQL \*\/\s*)?`([^`]*)`,?\s*\)/g;

/** `query Frame {` → `FrameDocument`, `fragment Item_row on …` → `Item_RowFragmentDoc`: looked up without regard to case, as codegen changes it. */
function constantOf(source: string, text: string): string {
  const definition = /\b(query|mutation|subscription|fragment)\s+(\w+)/.exec(source);
  if (!definition) throw new Error(`A GraphQL document without a name: ${source.slice(0, 80)}`);
  const wanted = `${definition[2]}${definition[1] === 'fragment' ? 'FragmentDoc' : 'Document'}`;
  const found = new RegExp(`^export const (${wanted}) = `, 'im').exec(text)?.[1];
  if (!found) throw new Error(`${wanted} is not generated: run codegen`);
  return found;
}

/** Which types each interface and union of the schema may be: the cache needs it to match fragments on them. */
function possibleTypes(sdl: string): Record<string, string[]> {
  const schema = buildSchema(sdl);
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  return Object.fromEntries(abstract.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]));
}

/**
 * Puts each `graphql(…)` document into the file that uses it, instead of one map of all operations that every page would load.
 * Types still come from codegen's `graphql()`.
 */
export function graphqlDocuments(): Plugin {
  return {
    name: 'graphql-documents',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(prefix) || id === possibleTypesId ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${possibleTypesId}`) {
        this.addWatchFile(schemaFile);
        return `export const possibleTypes = ${JSON.stringify(possibleTypes(readFileSync(schemaFile, 'utf8')))};`;
      }
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      this.addWatchFile(generated);
      const name = id.slice(prefix.length + 1);
      const value = new RegExp(`^export const ${name} = (.*) as unknown as DocumentNode<`, 'm').exec(readFileSync(generated, 'utf8'))?.[1];
      if (!value) throw new Error(`${name} is not generated: run codegen`);
      return `export const ${name} = ${value};`;
    },
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || id.includes('/src/gql/') || !code.includes('graphql(')) return undefined;
      const names = new Set<string>();
      const text = readFileSync(generated, 'utf8');
      const changed = code.replace(call, (_, source: string) => {
        const name = constantOf(source, text);
        names.add(name);
        return `${name}$`;
      });
      if (names.size === 0) return undefined;
      const imports = [...names].map((name) => `import { ${name} as ${name}$ } from '${prefix}${name}';`).join(' ');
      return { code: `${imports} ${changed.replace(/import \{ graphql \} from '[^']*gql\/gql\.ts';/, '')}`, map: null };
    },
  };
}

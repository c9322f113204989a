import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: '../server/public.graphql',
  documents: ['src/**/*.graphql'],
  generates: {
    './src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        pureMagicComment: true,
        // What a document asks is what it gets: `__typename` is written where it is needed.
        skipTypename: true,
        avoidOptionals: { field: true, inputValue: false },
        defaultScalarType: 'unknown',
        scalars: { Day: 'string' },
      },
    },
  },
};

// biome-ignore lint/style/noDefaultExport: codegen reads it so
export default config;

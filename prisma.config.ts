// A plain object: `prisma/config` resolves only inside packages/db, and its defineConfig adds nothing but types.
export default {
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://not-needed-for-generate' },
};

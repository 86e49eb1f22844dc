import { defineConfig } from 'prisma/config';
import { databaseUrl } from './prisma/database-url.ts';

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: databaseUrl() },
});

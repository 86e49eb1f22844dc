import { closeDatabase } from './client.ts';
import { operateSnippets } from './snippets-command.ts';

try {
  process.stdout.write(`${await operateSnippets(process.argv.slice(2))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countReport } from '#prisma/operator.ts';
import { peekSnippet } from '#prisma/snippets.ts';
import type { SnippetName } from '#protocol/snippet-name.ts';
import { readWebConfig } from '../config.ts';
import { spend } from './allowance.ts';
import { log } from './log.ts';

/** A complaint for the operator: one line of `reports.jsonl` in the data folder. Throws `Refused` where it cannot be made. */
export async function reportSnippet(request: Request, name: SnippetName, reason: string): Promise<void> {
  const { DATA_DIR, RATE_LIMIT_REPORTS_PER_HOUR } = readWebConfig();
  await peekSnippet(name);
  spend(request, 'reports', RATE_LIMIT_REPORTS_PER_HOUR);
  const report = { at: new Date().toISOString(), ...name, reason };
  await appendFile(join(DATA_DIR, 'reports.jsonl'), `${JSON.stringify(report)}\n`, { mode: 0o600 });
  await countReport(name.id);
  log.warn(name, 'a snippet was reported');
}

import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Limits } from '#protocol/limits.ts';
import { readConfig } from '../config.ts';
import { operatorRanges } from './limits.ts';
import { snakeCase } from './snake-case.ts';

test('the page for operators has every limit as this server has it by default', async () => {
  const page = await readFile('docs/operations.md', 'utf8');
  const { run, compile } = operatorRanges(readConfig({}));
  for (const name of Object.keys(run) as (keyof Limits)[]) {
    const figures = [
      run[name].floor,
      run[name].default,
      run[name].cap,
      compile[name].default,
      compile[name].cap,
    ];
    expect(page).toContain(`| \`${snakeCase(name)}\` | ${figures.join(' | ')} |`);
  }
});

import { conduct } from './conduct.ts';
import { generateClient } from './database.ts';
import { runSuite, type Suite } from './suites.ts';

/** `npm run check`: everything that can be said of the code without running it. */
export const main = () => conduct(check, { exitCodeWhenStopped: 130 });

const tool = (name: string, ...args: string[]) => [`node_modules/.bin/${name}`, ...args];

export const checks: readonly Suite[] = [
  { name: 'Types', argv: tool('tsc', '--noEmit') },
  { name: 'Lint', argv: tool('biome', 'check', '.') },
  { name: 'Promises', argv: tool('eslint', 'server', 'app/_run', 'setup', 'languages/*.ts') },
  { name: 'Layers', argv: [process.execPath, 'setup/layers.mjs'] },
  { name: 'Dead code', argv: tool('knip') },
];

async function check(stop: AbortSignal): Promise<number> {
  await generateClient(stop);
  const failed: string[] = [];
  for (const suite of checks) {
    const { failed: failures } = (await runSuite(suite, stop)).counts;
    if (failures > 0) failed.push(suite.name);
  }
  console.log(failed.length === 0 ? '\n✓ All checks pass' : `\n✗ ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}

import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { bench } from '#bench/bench.ts';
import { fullPace, quickPace } from '#bench/pace.ts';
import { benchmarkPage } from '#bench/page.ts';
import { plotsOf } from '#bench/plots.ts';
import { benchedLanguages } from '#bench/programs.ts';
import { verdictOf } from '#bench/target.ts';
import { targetsOf } from '#bench/targets.ts';
import { readCatalog } from '#server/languages/read-catalog.ts';
import { conduct } from './conduct.ts';
import { buildImages } from './images.ts';
import { prepareEngine } from './prepare.ts';
import { readSettings } from './settings.ts';
import { step } from './step.ts';

/** `npm run bench`: measures this machine's Bugdrill beside what else could be had, and writes down what was seen. */
export const main = () => conduct(measure, { exitCodeWhenStopped: 130 });

const page = 'docs/BENCHMARKS.md';
const plots = 'docs/benchmarks';
const results = 'bench/results';

async function measure(stop: AbortSignal): Promise<number> {
  const settings = readSettings(process.env);
  const pace = readPace();
  await prepareEngine(settings, stop);
  const catalog = await readCatalog('languages', benchedLanguages);
  await step('Languages', 'building their images', () =>
    buildImages(settings.config, catalog.toBuild(), stop),
  );
  console.log(`· Bench       ${pace.name}`);
  const say = (line: string) => console.log(`  ${line}`);
  const figures = await bench({ languages: catalog.all(), pace, stop, say });
  await Promise.all([plots, results].map((folder) => mkdir(folder, { recursive: true })));
  await writeFile(`${results}/last.json`, `${JSON.stringify(figures, null, 2)}\n`);
  await writeFile(page, benchmarkPage(figures));
  for (const { name, svg } of plotsOf(figures)) await writeFile(`${plots}/${name}.svg`, svg);
  const targets = targetsOf(figures);
  for (const target of targets)
    console.log(`${verdictOf(target).padEnd(12)} ${target.asked}: ${target.measured}`);
  for (const fault of figures.faults) console.error(`✗ ${fault}`);
  const met = targets.filter(({ isMet }) => isMet).length;
  console.log(
    `${met} of ${targets.length} targets are met; ${page} says what was measured (${figures.seconds} s)`,
  );
  return figures.faults.length === 0 ? 0 : 1;
}

/** `npm run bench -- --quick` takes about a minute, and its figures are as rough as that. */
function readPace() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { quick: { type: 'boolean', default: false } },
    strict: true,
  });
  return values.quick ? quickPace : fullPace;
}

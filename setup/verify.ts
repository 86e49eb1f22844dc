import { readCatalog } from '#server/languages/read-catalog.ts';
import type { ProbeReport } from '#server/verify/probe.ts';
import { Prober } from '#server/verify/prober.ts';
import { probes } from '#server/verify/probes.ts';
import { conduct } from './conduct.ts';
import { buildImages } from './images.ts';
import { prepareEngine } from './prepare.ts';
import { SandboxRig } from './sandbox-rig.ts';
import { readSettings, type Settings } from './settings.ts';
import { step } from './step.ts';

/** `npm run verify:sandbox`: attacks sandboxes as they are on this machine, and says what held. */
export const main = () => conduct(verify, { exitCodeWhenStopped: 130 });

async function verify(stop: AbortSignal): Promise<number> {
  const settings = readSettings(process.env);
  await prepareEngine(settings, stop);
  const reports = await verifySandbox(settings, stop);
  const broken = reports.filter(({ held }) => !held);
  console.log(
    broken.length === 0
      ? `\n✓ All ${reports.length} limits hold`
      : `\n✗ ${broken.length} of ${reports.length} do not hold: ${broken.map(({ name }) => name).join(', ')}`,
  );
  return broken.length === 0 ? 0 : 1;
}

/** Every probe, one after the other, each told as it comes; then what is left of them. */
export async function verifySandbox(
  { config }: Settings,
  stop: AbortSignal,
): Promise<readonly ProbeReport[]> {
  const catalog = await readCatalog('languages', ['python', 'c']);
  await step('Languages', 'building the images of Python and C', () =>
    buildImages(config, catalog.toBuild(), stop),
  );
  const reports: ProbeReport[] = [];
  await using rig = await SandboxRig.open(config, catalog);
  for await (const report of attack(rig, stop)) {
    reports.push(report);
    console.log(lineOf(report));
  }
  return reports;
}

async function* attack(rig: SandboxRig, stop: AbortSignal): AsyncGenerator<ProbeReport> {
  const prober = new Prober(rig.runner);
  const clocks = { wall: Date.now(), steady: performance.now() };
  for (const probe of probes) {
    stop.throwIfAborted();
    yield await prober.carryOut(probe);
  }
  const startedAt = performance.now();
  const driftMs = Math.abs(Date.now() - clocks.wall - (performance.now() - clocks.steady));
  const ms = () => Math.round(performance.now() - startedAt);
  yield {
    name: 'afterwards: the clock',
    held: driftMs < 1_000,
    evidence: `moved by ${Math.round(driftMs)} ms`,
    ms: 0,
  };
  await rig[Symbol.asyncDispose]();
  const left = await rig.countContainers();
  yield {
    name: 'afterwards: containers',
    held: left === 0,
    evidence: `${left} containers are left`,
    ms: ms(),
  };
}

function lineOf({ name, held, evidence, ms }: ProbeReport): string {
  return `${held ? '✓ held    ' : '✗ NOT HELD'} ${name.padEnd(56)} ${String(ms).padStart(6)} ms  ${evidence}`;
}

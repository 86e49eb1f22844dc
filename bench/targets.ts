import type { Figures } from './figures.ts';
import { limits } from './limits.ts';
import { bestOf } from './loads.ts';
import {
  atMostOneIn,
  limitedBy,
  ratioAtMost,
  type Target,
  timesAtLeast,
  withinMegabytes,
  withinMs,
  withoutErrors,
} from './target.ts';

/** Every figure that was promised, judged by the same run. */
export function targetsOf(figures: Figures): Target[] {
  return [
    ...interpretedTargets(figures),
    ...compiledTargets(figures),
    ...throughputTargets(figures),
    ...fairnessTargets(figures),
    ...restTargets(figures),
  ];
}

function interpretedTargets({ hellos = {} }: Figures): Target[] {
  const { python, javascript, typescript } = hellos;
  const firstBytes = [python, javascript, typescript].flatMap((hello) => hello?.firstByte.p50 ?? []);
  const firstByteMs = firstBytes.length === 3 ? Math.max(...firstBytes) : undefined;
  const dockerShare = python && python.dockerRun.p50 / python.execute.p50;
  return [
    limitedBy(
      limits.hello,
      ratioAtMost('Python hello by REST at most 0.5 of the bare process', ratio(python, 'bare'), 0.5),
    ),
    atMostOneIn('Python hello at most 1/40 of `docker run --rm`', dockerShare, 40),
    atMostOneIn('Python hello at most 1/8 of `docker run --rm`', dockerShare, 8),
    ratioAtMost('JavaScript hello at most 0.5 of bare `node hello.js`', ratio(javascript, 'bare'), 0.5),
    ratioAtMost('TypeScript hello at most 0.5 of bare `node hello.ts`', ratio(typescript, 'bare'), 0.5),
    limitedBy(
      limits.firstByte,
      withinMs('First byte on the socket at most 5 ms, the slowest of these three', firstByteMs, 5),
    ),
    withinMs('First byte on the socket within 30 ms, the slowest of these three', firstByteMs, 30),
  ];
}

function compiledTargets({ hellos = {} }: Figures): Target[] {
  const { c, cpp } = hellos;
  return [
    limitedBy(
      limits.twoSteps,
      ratioAtMost('C, a new program, at most 1.0 of `gcc -O2` and run, same CPU', ratio(c, 'allowed'), 1),
    ),
    ratioAtMost('C++, a new program, at most 1.0 of `g++ -O2` and run, same CPU', ratio(cpp, 'allowed'), 1),
    withinMs('C, nothing changed, at most 25 ms', c?.again?.p50, 25),
    withinMs('C++, nothing changed, at most 25 ms', cpp?.again?.p50, 25),
  ];
}

type Hello = NonNullable<Figures['hellos']>[string];

function ratio(hello: Hello | undefined, way: 'bare' | 'allowed'): number | undefined {
  const baseline = hello?.[way];
  return hello && baseline && hello.execute.p50 / baseline.p50;
}

function throughputTargets({ reuse, knowsReuse, loads }: Figures): Target[] {
  const ours = bestOf(loads?.ours['python'] ?? []);
  const docker = bestOf(loads?.dockerRun ?? []);
  const bare = bestOf(reuse?.bare ?? []);
  const share = reuse && bare && reuse.ours.runsPerSecond / bare.runsPerSecond;
  const ephemeral = ours && docker && ours.runsPerSecond / docker.runsPerSecond;
  const asked = '`SANDBOX_REUSE=any`, Python, 16 clients: at least 1.2 × bare processes on all cores';
  return [
    ...(knowsReuse
      ? [
          limitedBy(
            limits.reuse,
            withoutErrors(timesAtLeast(asked, share, 1.2), reuse?.ours.times.errors ?? 0),
          ),
        ]
      : []),
    withoutErrors(
      timesAtLeast('Ephemeral, Python: at least 1.5 × `docker run` at its best', ephemeral, 1.5),
      ours?.times.errors ?? 0,
    ),
  ];
}

function fairnessTargets({ halfRate, hellos, burners, besideLoops }: Figures): Target[] {
  const alone = hellos?.['python']?.execute.p50;
  const share = halfRate && alone && halfRate.times.p95 / alone;
  const asked = 'p95 of 8 clients at half of the highest rate at most 4 × the p50 of one';
  const atOnce = '24 programs of 0.9 s of CPU, sent at once, all end `ok`';
  const ends = Object.entries(burners ?? {}).map(([outcome, count]) => `${count} ${outcome}`);
  return [
    withoutErrors(ratioAtMost(asked, share, 4), halfRate?.times.errors ?? 0),
    {
      asked: atOnce,
      measured: ends.join(', ') || '–',
      isMet: burners && Object.keys(burners).join() === 'ok',
    },
    besideTarget(besideLoops),
  ];
}

/** A hello that was never answered is worse than a slow one. */
function besideTarget(beside: Figures['besideLoops']): Target {
  const times = beside?.rested;
  const asked = 'A hello beside 8 infinite loops within 150 ms';
  if (times && times.count === 0)
    return { asked, measured: `none of ${times.errors} was answered`, isMet: false };
  return withoutErrors(withinMs(asked, times?.p50, 150), times?.errors ?? 0);
}

function restTargets({ memory, hellos }: Figures): Target[] {
  return [
    withinMegabytes('An idle warm Python sandbox at most 15 MB', memory?.sandboxBytes['python'], 15),
    limitedBy(
      limits.hotPath,
      withinMs('The hot path in Node at most 1 ms of CPU a run (Python)', hellos?.['python']?.hotPath.p50, 1),
    ),
    withinMegabytes('The agent’s own memory at most 1 MB', memory?.agentBytes, 1),
    withinMegabytes('The server idles below 150 MB', memory?.serverIdleBytes, 150),
  ];
}

import type { Baseline, Baselines } from './baselines.ts';
import { threadsCpuMs } from './proc.ts';
import { changed, type Program } from './programs.ts';
import { Samples, type Times } from './samples.ts';
import { Awaited, SocketClient } from './socket-client.ts';
import type { Stand } from './stand.ts';

/** One client's hello by every way. */
export interface HelloTimes {
  /** By REST; of a compiled language: a program that was never seen before. */
  readonly execute: Times;
  /** By REST, the same program as before. */
  readonly again?: Times;
  /** On the socket, from sending the start to the first byte of output: a round trip. */
  readonly firstByte: Times;
  /** The same on the server's clock, from `started`. */
  readonly firstByteAt: Times;
  readonly bare: Times;
  readonly bareWhat: string;
  readonly allowed?: Times;
  readonly dockerRun: Times;
  /** CPU of the server from before the request until its answer is there. */
  readonly hotPath: Times;
}

type Way = Exclude<keyof HelloTimes, 'bareWhat'>;
type Ways = Record<Way, Samples>;

/** Every language's hello by every way, taken in turns, so that the noise of the machine meets all of them alike. */
export async function measureHellos(
  stand: Stand,
  baselines: Baselines,
): Promise<Readonly<Record<string, HelloTimes>>> {
  const { pace, programs } = stand;
  using socket = new SocketClient(stand.server.url);
  const rounds = programs.map((program) => new HelloRound(stand, program, { socket, baselines }));
  for (const round of rounds) await round.warmUp();
  const begin = performance.now();
  // On a slow machine there are fewer sets: none but the first is begun late.
  for (let set = 0; set < pace.sets && (set === 0 || performance.now() - begin < pace.helloMs); set += 1)
    await playSet(rounds, pace.helloMs / pace.sets);
  return Object.fromEntries(rounds.map((round) => [round.program.id, round.times]));
}

async function playSet(rounds: readonly HelloRound[], forMs: number): Promise<void> {
  const deadline = performance.now() + forMs;
  do for (const round of rounds) await round.play();
  while (performance.now() < deadline);
  for (const round of rounds) round.nextSet();
}

class HelloRound {
  private ways = newWays();
  private readonly socket: SocketClient;

  private readonly baseline: Baseline;

  constructor(
    private readonly stand: Stand,
    readonly program: Program,
    { socket, baselines }: { readonly socket: SocketClient; readonly baselines: Baselines },
  ) {
    this.socket = socket;
    this.baseline = baselines.of(program);
  }

  async warmUp(): Promise<void> {
    await this.execute(this.ways.execute, this.program.code);
    this.ways = newWays();
  }

  async play(): Promise<void> {
    const { ways, baseline, program } = this;
    await this.execute(ways.execute, program.isCompiled ? changed(program) : program.code);
    await this.bare();
    if (program.isCompiled) await this.execute(ways.again, program.code);
    await this.firstByte();
    await ways.dockerRun.take(() => baseline.dockerRun());
    await this.bare();
    await this.execute(ways.execute, program.isCompiled ? changed(program) : program.code);
  }

  nextSet(): void {
    for (const samples of Object.values(this.ways)) samples.nextSet();
  }

  get times(): HelloTimes {
    const { again, allowed, ...all } = this.ways;
    const times = Object.fromEntries(Object.entries(all).map(([way, samples]) => [way, samples.times]));
    return {
      ...(times as Record<Exclude<Way, 'again' | 'allowed'>, Times>),
      ...(this.program.isCompiled ? { again: again.times, allowed: allowed.times } : {}),
      bareWhat: this.baseline.bareWhat,
    };
  }

  private async execute(samples: Samples, code: string): Promise<void> {
    const { rest, server } = this.stand;
    await this.stand.atRest();
    const usedMs = threadsCpuMs(server.pid);
    const isGood = await samples.take(() => rest.hello(this.program, code));
    // Of what is compiled, the path without a compiler.
    if (isGood && (samples === this.ways.again || !this.program.isCompiled))
      this.ways.hotPath.add(threadsCpuMs(server.pid) - usedMs);
  }

  private async bare(): Promise<void> {
    const { bare, allowed } = this.baseline;
    if (bare) await takeOwn(this.ways.bare, () => bare.run());
    if (allowed) await takeOwn(this.ways.allowed, () => allowed.run());
  }

  private async firstByte(): Promise<void> {
    await this.stand.atRest();
    const first = new Awaited<number>('the first byte');
    const end = new Awaited<void>('the end');
    await this.ways.firstByte.take(async () => {
      await this.socket.start({ language: this.program.id, code: this.program.code }, (event) => {
        if (event.type === 'output') first.come(event.at);
        if (event.type === 'finished') end.come();
      });
      this.ways.firstByteAt.add(await first.came);
    });
    await end.came.catch((error: unknown) => this.ways.firstByte.fail(error));
  }
}

/** Work that takes its own time. */
async function takeOwn(samples: Samples, work: () => Promise<number>): Promise<void> {
  try {
    samples.add(await work());
  } catch (error) {
    samples.fail(error);
  }
}

function newWays(): Ways {
  return {
    execute: new Samples(),
    again: new Samples(),
    firstByte: new Samples(),
    firstByteAt: new Samples(),
    bare: new Samples(),
    allowed: new Samples(),
    dockerRun: new Samples(),
    hotPath: new Samples(),
  };
}

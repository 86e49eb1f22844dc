import type {
  RunningStep,
  Sandbox,
  SandboxStep,
  StepEvent,
  StepExit,
  TerminalSize,
} from '../sandbox/sandbox.ts';
import type { StepPlace } from './compile-cache.ts';
import type { Place } from './place.ts';

/** What the agent allows beyond a step's wall limit while the run may be set aside: our own clock is there sooner. */
const asideAllowanceMs = 600_000;

/** Has the sandbox's share of the CPU follow the standing of its run. */
export function shareByStanding(sandbox: Sandbox, place: Place): Disposable {
  let yields = false;
  let telling = Promise.resolve();
  const tell = (next: boolean) => {
    if (next === yields) return;
    yields = next;
    telling = telling.then(() => sandbox.yieldCpu(next));
  };
  const following = place.follow((standing) => tell(standing === 'aside'));
  return {
    [Symbol.dispose]: () => {
      following[Symbol.dispose]();
      tell(false);
    },
  };
}

/** Starts a step whose wall clock stands still while its run is set aside. */
export function startInTurn(sandbox: StepPlace, step: SandboxStep, place: Place): RunningStep {
  place.begin();
  return place.standing === 'turn' ? sandbox.start(step) : new PatientStep(sandbox, step, place);
}

/** A step of a run without a turn. Its wall limit is kept here: only here it is known when the clock stands still. */
class PatientStep implements RunningStep {
  readonly events: AsyncIterable<StepEvent>;
  private readonly running: RunningStep;
  private leftMs: number;
  private asideMs = 0;
  /** When the clock was last started or stopped. */
  private since = performance.now();
  private isAside = false;
  private timer: NodeJS.Timeout | undefined;
  private killer: 'wall' | 'host' | null = null;

  constructor(
    sandbox: StepPlace,
    step: SandboxStep,
    private readonly place: Place,
  ) {
    this.leftMs = step.wallMs;
    this.running = sandbox.start({ ...step, wallMs: step.wallMs + asideAllowanceMs });
    this.events = this.read();
  }

  write(data: Uint8Array): Promise<void> {
    return this.running.write(data);
  }

  end(): void {
    this.running.end();
  }

  kill(): void {
    this.killer ??= 'host';
    this.running.kill();
  }

  signal(number: number): void {
    this.running.signal(number);
  }

  resize(size: TerminalSize): void {
    this.running.resize(size);
  }

  private async *read(): AsyncGenerator<StepEvent> {
    using _following = this.place.follow(() => this.setClock());
    this.setClock();
    try {
      for await (const event of this.running.events) {
        yield event.type === 'exit' ? { type: 'exit', exit: this.asMeasured(event.exit) } : event;
      }
    } finally {
      clearTimeout(this.timer);
    }
  }

  private setClock(): void {
    this.countTime();
    clearTimeout(this.timer);
    this.isAside = this.place.standing === 'aside';
    if (!this.isAside) this.timer = setTimeout(() => this.endForTime(), this.leftMs);
  }

  private countTime(): void {
    const now = performance.now();
    if (this.isAside) this.asideMs += now - this.since;
    else this.leftMs -= now - this.since;
    this.since = now;
  }

  private endForTime(): void {
    this.killer ??= 'wall';
    this.running.kill();
  }

  private asMeasured(exit: StepExit): StepExit {
    this.countTime();
    const killedBy = exit.killedBy === 'host' ? this.killer : exit.killedBy;
    return { ...exit, killedBy, wallMs: Math.max(0, Math.round(exit.wallMs - this.asideMs)) };
  }
}

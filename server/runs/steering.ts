import type { TerminalSize } from '#protocol/run-request.ts';
import type { RunningStep } from '../sandbox/sandbox.ts';

/** The way from a client to the program of its run, as long as that runs. */
export class Steering {
  /** True once anything was sent to the program, or will be when it is there. */
  wasUsed = false;
  private step: RunningStep | undefined;
  private size: TerminalSize | undefined;

  /** False when no program runs: then nothing was sent. */
  signal(number: number): boolean {
    if (this.step === undefined) return false;
    this.wasUsed = true;
    this.step.signal(number);
    return true;
  }

  /** A size that comes before the program is there is told to it when it is. */
  resize(size: TerminalSize): void {
    this.wasUsed = true;
    this.size = size;
    this.step?.resize(size);
  }

  /** Steers this step from now on, until disposed. */
  steer(step: RunningStep): Disposable {
    this.step = step;
    if (this.size !== undefined) step.resize(this.size);
    const letGo = () => {
      if (this.step === step) this.step = undefined;
    };
    return { [Symbol.dispose]: letGo };
  }
}

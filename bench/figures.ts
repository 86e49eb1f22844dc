import type { HelloTimes } from './hellos.ts';
import type { Loads } from './loads.ts';
import type { Machine } from './machine.ts';
import type { Memory } from './memory.ts';
import type { Pace } from './pace.ts';
import type { BesideLoops, HalfRate } from './pressure.ts';
import type { Refill } from './refill.ts';
import type { Reuse } from './reuse.ts';
import type { Stream } from './stream.ts';

/** All that one benchmark measured; what could not be measured is not there, and `faults` says why. */
export interface Figures {
  readonly machine: Machine;
  readonly pace: Pace;
  readonly seconds: number;
  readonly languages: Readonly<Record<string, string>>;
  readonly memory?: Memory;
  readonly hellos?: Readonly<Record<string, HelloTimes>>;
  readonly stream?: Stream;
  readonly loads?: Loads;
  /** Not there in a version that cannot reuse its sandboxes. */
  readonly reuse?: Reuse;
  readonly knowsReuse: boolean;
  readonly halfRate?: HalfRate;
  readonly burners?: Readonly<Record<string, number>>;
  readonly besideLoops?: BesideLoops;
  readonly refill?: Refill;
  readonly faults: readonly string[];
}

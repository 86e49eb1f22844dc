/** How long the parts of a benchmark may take, in milliseconds. What was begun is always ended. */
export interface Pace {
  readonly name: 'full' | 'quick';
  readonly sets: number;
  /** All sets of one client's hellos together. */
  readonly helloMs: number;
  /** Each load in each set. */
  readonly loadMs: number;
  /** No further set of loads is begun that would end later, if it takes as long as those before. */
  readonly loadsMs: number;
  /** The open loop at half of the highest rate. */
  readonly halfRateMs: number;
  readonly besideLoopsMs: number;
  readonly idleMs: number;
  /** Runs of each set in which the cost of a refill is taken. */
  readonly refillRuns: number;
  readonly keystrokes: number;
  readonly floods: number;
  /** After so long no further part is begun. */
  readonly latestMs: number;
}

export const fullPace: Pace = {
  name: 'full',
  sets: 3,
  helloMs: 100_000,
  loadMs: 2_000,
  loadsMs: 150_000,
  halfRateMs: 15_000,
  besideLoopsMs: 12_000,
  idleMs: 8_000,
  refillRuns: 10,
  keystrokes: 300,
  floods: 5,
  latestMs: 520_000,
};

export const quickPace: Pace = {
  name: 'quick',
  sets: 1,
  helloMs: 10_000,
  loadMs: 300,
  loadsMs: 20_000,
  halfRateMs: 2_000,
  besideLoopsMs: 2_000,
  idleMs: 1_000,
  refillRuns: 4,
  keystrokes: 50,
  floods: 1,
  latestMs: 240_000,
};

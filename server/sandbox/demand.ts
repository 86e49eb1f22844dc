/** How fast the past is forgotten: what was a minute ago counts half. */
const halfLifeMs = 60_000;
/** How much the last make counts for the time that a make takes. */
const makeWeight = 0.2;

/** A make that takes longer says that the machine is busy: to want more would make it busier. */
const longestMakeMs = 1_000;
/** As if so much more were taken, when it is seen whether a target is still right. */
const keptMargin = 1.5;

function enoughFor(perMake: number): number {
  return Math.round(perMake + 2 * Math.sqrt(perMake));
}

/** How often something is taken, and how long it takes to make the next one. Times are on the monotonic clock. */
export class Demand {
  private takes = 0;
  private takesAt = 0;
  private makeMs = 0;

  take(now: number): void {
    this.takes = this.weighAt(now) + 1;
    this.takesAt = now;
  }

  made(tookMs: number): void {
    const ms = Math.min(tookMs, longestMakeMs);
    this.makeMs = this.makeMs === 0 ? ms : this.makeMs + makeWeight * (ms - this.makeMs);
  }

  perSecond(now: number): number {
    return (this.weighAt(now) * Math.LN2 * 1000) / halfLifeMs;
  }

  /**
   * How many should be ready, so that a taker seldom finds none: as many as are taken while one is made, and twice the
   * deviation that takers who come by chance show. What is the target already is given up only when the demand has clearly
   * fallen, so that none is made and discarded in turn.
   */
  wanted(now: number, target = 0): number {
    const perMake = (this.perSecond(now) * this.makeMs) / 1000;
    return Math.max(enoughFor(perMake), Math.min(target, enoughFor(perMake * keptMargin)));
  }

  private weighAt(now: number): number {
    return this.takes * 2 ** ((this.takesAt - now) / halfLifeMs);
  }
}

export interface Wish {
  /** What is kept without any demand. */
  readonly floor: number;
  readonly wanted: number;
  readonly perSecond: number;
  /** As how many of those that are allotted each counts. */
  readonly weight: number;
}

/** How many each gets of what there is: first the floors, then what is wanted beyond, each time the most demanded first. */
export function allot(
  wishes: readonly Wish[],
  most: { readonly each: number; readonly all: number },
): number[] {
  const order = [...wishes.keys()].toSorted(
    (one, other) => (wishes[other]?.perSecond ?? 0) - (wishes[one]?.perSecond ?? 0),
  );
  const given = wishes.map(() => 0);
  let left = most.all;
  for (const bound of ['floor', 'wanted'] as const) {
    for (const index of order) {
      const wish = wishes[index]?.[bound] ?? 0;
      const weight = wishes[index]?.weight ?? 1;
      const more = Math.min(
        Math.floor(left / weight),
        Math.max(0, Math.min(wish, most.each) - (given[index] ?? 0)),
      );
      given[index] = (given[index] ?? 0) + more;
      left -= more * weight;
    }
  }
  return given;
}

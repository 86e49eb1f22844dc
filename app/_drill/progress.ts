/** The best that was reached in a drill, as this browser keeps it. */
export interface Best {
  readonly passed: number;
  readonly total: number;
  /** When, in milliseconds since 1970. */
  readonly at: number;
}

const keyOf = (drillId: string) => `bugdrill.drill.${drillId}`;

/** Null where nothing was submitted yet, or the browser keeps nothing. */
export function readBest(drillId: string): Best | null {
  try {
    return parsed(JSON.parse(localStorage.getItem(keyOf(drillId)) ?? 'null'));
  } catch {
    return null;
  }
}

/** Keeps what was reached if it is the best, and answers with the best. */
export function keepBest(drillId: string, reached: Best): Best {
  const before = readBest(drillId);
  if (before !== null && shareOf(before) >= shareOf(reached) && before.total === reached.total) return before;
  try {
    localStorage.setItem(keyOf(drillId), JSON.stringify(reached));
  } catch {
    // Storage may be full or forbidden; the verdicts are shown all the same.
  }
  return reached;
}

export function isSolved({ passed, total }: Best): boolean {
  return passed === total;
}

function shareOf({ passed, total }: Best): number {
  return passed / total;
}

function parsed(value: unknown): Best | null {
  if (typeof value !== 'object' || value === null) return null;
  const { passed, total, at } = value as Partial<Best>;
  const isWhole = [passed, total, at].every((figure) => Number.isFinite(figure));
  return isWhole && Number(total) > 0 ? (value as Best) : null;
}

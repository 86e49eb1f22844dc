/** What a client saw of one run of a correct program. */
export interface SeenRun {
  readonly door: 'rest' | 'stream' | 'socket';
  readonly expected: string;
  readonly printed: string;
  /** The outcome of each `finished` that came: there must be one. */
  readonly outcomes: readonly string[];
  /** How the client's part ended: with the run, with a refusal, by hanging up, with the connection, or not at all. */
  readonly end: 'finished' | 'refused' | 'left' | 'closed' | 'silent';
}

/** Ends that a correct program may be told of: its own, our fault, and the server's going down. */
const blameless: readonly string[] = ['ok', 'platform_fault', 'interrupted'];

/** Which promise was broken to this client; undefined when none was. */
export function complaintOf({ door, expected, printed, outcomes, end }: SeenRun): string | undefined {
  if (end === 'refused' || end === 'left') return undefined;
  if (end === 'silent') return `${door}: nothing was heard any more after ${JSON.stringify(printed)}`;
  // A connection may still close after the end was told.
  const isRight = end === 'finished' ? outcomes.length === 1 : outcomes.length <= 1;
  if (!isRight) return `${door}: ${end}, with ${outcomes.length} × finished`;
  const blamed = outcomes.find((outcome) => !blameless.includes(outcome));
  if (blamed !== undefined) return `${door}: a correct program ended as ${blamed}`;
  const isWhole = outcomes[0] === 'ok' ? printed === expected : expected.startsWith(printed);
  return isWhole ? undefined : `${door}: ${outcomes[0] ?? end}, but it printed ${JSON.stringify(printed)}`;
}

/** How many runs ended in which way, as their clients saw it. */
export function tally(runs: readonly SeenRun[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { end, outcomes } of runs) {
    const word = end === 'finished' ? (outcomes[0] ?? 'nothing') : end;
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

import type { SubmissionAnswer, SubmissionEvent, SubmittedTest } from '#protocol/submission.ts';

/** Reads a try to its end, and answers with all of it at once. Throws where it has none. */
export async function gathered(events: AsyncIterable<SubmissionEvent>): Promise<SubmissionAnswer> {
  const tests: SubmittedTest[] = [];
  for await (const event of events) {
    if (event.type === 'test') tests.push(withoutType(event));
    if (event.type === 'finished') return { ...withoutType(event), tests: inOrder(tests) };
  }
  throw new Error('a submission ended without finished');
}

function withoutType<Event extends SubmissionEvent>({ type: _, ...told }: Event): Omit<Event, 'type'> {
  return told;
}

/** Hidden tests run last; they are told in the drill's order. */
function inOrder(tests: readonly SubmittedTest[]): SubmittedTest[] {
  return tests.toSorted((one, other) => one.index - other.index);
}

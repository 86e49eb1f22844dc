import { z } from 'zod';
import { RunEvent } from './run-event.ts';

/** The header in which the web server shows a run's token to the execution server. */
export const runTokenHeader = 'x-bugdrill-run-token';

/** What the execution server tells the web server of a run that is over. */
export const RecordedRun = z.object({
  /** `programDigest` of what was run. */
  program: z.string(),
  /** True when it was run for tests. */
  isJudged: z.boolean(),
  events: z.array(RunEvent),
});
export type RecordedRun = z.infer<typeof RecordedRun>;

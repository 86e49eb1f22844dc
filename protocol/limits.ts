import { z } from 'zod';

/** Any whole number, however small or large: it is the floor or the cap that refuses it, and is named. */
export const LimitFigure = z.number().refine((figure) => Number.isInteger(figure), 'must be a whole number');

/**
 * What one step may use. Every run has two of these: one for compiling, one for running.
 * `processes` counts threads too; `outputBytes` counts stdout and stderr together. A name that is not here is refused:
 * who misspelt a limit must not run without it.
 */
export const Limits = z.strictObject({
  wallMs: LimitFigure,
  cpuMs: LimitFigure,
  memoryBytes: LimitFigure,
  outputBytes: LimitFigure,
  processes: LimitFigure,
  openFiles: LimitFigure,
  fileBytes: LimitFigure,
});
export type Limits = z.infer<typeof Limits>;

/** What may be asked of one limit: nothing under `floor`, nothing over `cap`, and `default` when nothing is said. */
export const LimitRange = z.object({
  floor: z.number().int().positive(),
  default: z.number().int().positive(),
  cap: z.number().int().positive(),
});
export type LimitRange = z.infer<typeof LimitRange>;

export const LimitRanges = z.object({
  wallMs: LimitRange,
  cpuMs: LimitRange,
  memoryBytes: LimitRange,
  outputBytes: LimitRange,
  processes: LimitRange,
  openFiles: LimitRange,
  fileBytes: LimitRange,
});
export type LimitRanges = z.infer<typeof LimitRanges>;

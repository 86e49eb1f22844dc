import type { PastRun } from './history.ts';

/** Whether what was kept is a run that can be shown. */
export function isPastRun(kept: unknown): kept is PastRun {
  if (typeof kept !== 'object' || kept === null) return false;
  const { id, at, language, output, draft, end } = kept as Partial<Record<keyof PastRun, unknown>>;
  const isDrawn = [id, language, output].every((text) => typeof text === 'string') && Number.isFinite(at);
  return isDrawn && typeof draft === 'object' && draft !== null && typeof end === 'object' && end !== null;
}

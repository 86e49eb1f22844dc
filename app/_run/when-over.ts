import type { RunSession } from './run-session.ts';
import { isUnderWay } from './run-state.ts';

/** Resolves once nothing is under way any more: at once, when nothing is. */
export async function whenOver({
  snapshot,
  subscribe,
}: Pick<RunSession, 'snapshot' | 'subscribe'>): Promise<void> {
  await new Promise<void>((resolve) => {
    if (!isUnderWay(snapshot().state)) {
      resolve();
      return;
    }
    const leave = subscribe(() => {
      if (isUnderWay(snapshot().state)) return;
      leave();
      resolve();
    });
  });
}

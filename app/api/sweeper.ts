import { sweep } from '#prisma/retention.ts';
import { log } from './log.ts';

const everyMs = 60_000;

/** Removes what has expired, once a minute for as long as the process lives. */
export function startSweeping(): void {
  setInterval(() => void sweepOnce(), everyMs).unref();
}

/** A database that is busy or away now is swept the next time. */
async function sweepOnce(): Promise<void> {
  try {
    const removed = await sweep();
    if (removed > 0) log.info({ removed }, 'expired snippets were removed');
  } catch (error) {
    log.error({ err: error }, 'expired snippets could not be removed');
  }
}

import { unpackEvents } from '#prisma/recordings.ts';
import type { RunEvent } from '#protocol/run-event.ts';
import { log } from './log.ts';

/** A recording that cannot be read, as one of another version may be, keeps nobody from the code. */
export async function eventsOf(packed: Uint8Array): Promise<readonly RunEvent[] | null> {
  try {
    return await unpackEvents(packed);
  } catch (error) {
    log.error({ err: error }, 'a recording could not be read');
    return null;
  }
}

import type { Container } from 'dockerode';
import { within } from './docker-engine.ts';

/** No run's answer waits for it, and an engine that builds images can be slow for long. */
const removalMs = 30_000;

/** Removes a container, whatever it is doing. True when it was there. When this resolves, it is gone. */
export function removeContainer(container: Container): Promise<boolean> {
  return within(removalMs, 'remove a container', async (abortSignal) => {
    try {
      await container.remove({ force: true, v: true, abortSignal });
      return true;
    } catch (error) {
      if (hasStatus(error, 404)) return false;
      if (!hasStatus(error, 409)) throw error;
      // Somebody else is removing it.
      await ignoring404(container.wait({ condition: 'removed', abortSignal }));
      return false;
    }
  });
}

function hasStatus(error: unknown, status: number): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === status;
}

async function ignoring404(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!hasStatus(error, 404)) throw error;
  }
}

import type { RunEvent } from '#protocol/run-event.ts';
import { problemWords } from '../_server/problem-words.ts';

const unreachable = 'The server is not reachable. Try again.';

/** The events of a snippet's recording, or why there are none, in words. `name` is `Ab3dEfGh9k@3`. */
export async function fetchRecording(name: string): Promise<readonly RunEvent[] | string> {
  try {
    const answer = await fetch(`/api/v1/snippets/${name}/recording`);
    if (!answer.ok) return await problemWords(answer);
    // Our own server's answer, which it parsed before it kept it.
    const { events } = (await answer.json()) as { events: readonly RunEvent[] };
    return events;
  } catch {
    return unreachable;
  }
}

import { unpackEvents } from '#prisma/recordings.ts';
import { openSnippet } from '#prisma/snippets.ts';
import { Refused } from '#protocol/problem.ts';
import { answer, everyAnswer, jsonAnswer } from '../../../../answer.ts';
import { editTokenOf, headOf, type NamedRoute, nameIn } from '../../../../named-snippet.ts';

/** What the last run that was shared did, as the execution server told it. */
export function GET(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, () => sayRecording(request, route));
}

export function HEAD(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, () => headOf(route, { ...everyAnswer, 'Content-Type': 'application/json' }));
}

async function sayRecording(request: Request, route: NamedRoute): Promise<Response> {
  const { snippet, events } = await openSnippet(await nameIn(route), editTokenOf(request));
  if (snippet.recording === null || events === null)
    throw new Refused({ code: 'not_found', message: 'No run was shared with this revision.' });
  return jsonAnswer({ ...snippet.recording, events: await unpackEvents(events) });
}

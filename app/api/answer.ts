import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { invalidFields, type Problem, problemStatus, Refused } from '#protocol/problem.ts';
import { log } from './log.ts';
import { refuseOtherOrigins } from './origin.ts';

/** Of every answer of the API. */
export const everyAnswer = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

/** The one place where what a handler throws becomes an answer. A fault's inner text stays in the log. */
export function answer(request: Request, handle: () => Promise<Response>): Promise<Response> {
  return answerAnybody(() => {
    refuseOtherOrigins(request);
    return handle();
  });
}

/** The same for the few doors that are open to pages of other hosts. */
export async function answerAnybody(handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    if (error instanceof Refused) return problemAnswer(error.problem);
    if (error instanceof z.ZodError) return problemAnswer(invalidFields(error));
    return faultAnswer(error, 500, 'The server failed. This is not your request’s doing.');
  }
}

export function jsonAnswer(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { ...everyAnswer, ...headers } });
}

export function emptyAnswer(status: number): Response {
  return new Response(null, { status, headers: everyAnswer });
}

/** Our fault: logged with an id that its finder can tell us, and no more. */
export function faultAnswer(error: unknown, status: number, message: string): Response {
  const requestId = randomUUID();
  log.error({ requestId, err: error }, 'request failed');
  return problemAnswer({ code: 'platform_fault', message, requestId }, status);
}

function problemAnswer(problem: Problem, status = problemStatus[problem.code]): Response {
  const { retryAfter } = problem;
  const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  return jsonAnswer({ success: false, error: problem }, status, headers);
}

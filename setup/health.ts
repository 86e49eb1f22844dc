import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';

const askMs = 5_000;
const betweenMs = 150;

/** What a server answers, or nothing while it does not, or not yet in the words we know. */
export async function ask<Answer>(
  url: string,
  form: z.ZodType<Answer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer | undefined> {
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(askMs) });
    return form.safeParse(await response.json()).data;
  } catch {
    return undefined;
  }
}

/** Asks again and again until the work is done, or `stop`. */
export async function until(isDone: () => Promise<boolean>, stop: AbortSignal): Promise<void> {
  while (!(await isDone())) await pause(betweenMs, undefined, { signal: stop });
}

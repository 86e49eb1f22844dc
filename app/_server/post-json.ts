/** What is said where this site's server does not answer at all. */
export const unreachableWords = 'The server is not reachable. Your code is saved in this browser.';

/** What is said of an answer that explains itself in no words for people. */
export function errorWords(status: number): string {
  return `The server answered with an error (${status}). Try again.`;
}

/** Asks this site's own API. Rejects when nothing answers. */
export function postJson(path: string, body: unknown, signal: AbortSignal | null = null): Promise<Response> {
  return fetch(path, {
    signal,
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

import { headers } from 'next/headers.js';
import { notFound } from 'next/navigation.js';
import { connection } from 'next/server.js';
import { cache } from 'react';
import { countView, openSnippet, peekSnippet } from '#prisma/snippets.ts';
import { Refused } from '#protocol/problem.ts';
import type { RunEvent } from '#protocol/run-event.ts';
import type { Snippet } from '#protocol/snippet.ts';
import { parseSnippetName, type SnippetName } from '#protocol/snippet-name.ts';
import { log } from './log.ts';
import { setPageStatus } from './peer.ts';
import { eventsOf } from './read-events.ts';

export type Shared =
  | { readonly status: 'open'; readonly snippet: Snippet; readonly events: readonly RunEvent[] | null }
  /** It can be opened once, and whoever follows the link has not said yet that it should be now. */
  | { readonly status: 'sealed' }
  | { readonly status: 'gone'; readonly words: string };

/** What a link shows. Once a request, though the page and its metadata both ask: what burns must burn once. */
export const openShared = cache(async (text: string, isWanted: boolean): Promise<Shared> => {
  await connection();
  const name = parseSnippetName(text);
  if (name === undefined) notFound();
  try {
    return await open(name, isWanted);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.problem.code !== 'gone') notFound();
    setPageStatus(await headers(), 410);
    return { status: 'gone', words: error.problem.message };
  }
});

/** Programs that look at links for a preview would burn what only a person should open. */
async function open(name: SnippetName, isWanted: boolean): Promise<Shared> {
  if (!isWanted && (await peekSnippet(name)).burnsAfterView) return { status: 'sealed' };
  const { snippet, events } = await openSnippet(name);
  return { status: 'open', snippet, events: events && (await eventsOf(events)) };
}

/** Counts that a person was shown a snippet's page. That it cannot be counted is no reason not to show it. */
export async function countShown({ id }: Pick<Snippet, 'id'>): Promise<void> {
  await countView(id).catch((error: unknown) => log.warn({ err: error }, 'a view was not counted'));
}

import type { z } from 'zod';
import { maxSourceBytes } from '#protocol/program.ts';
import {
  CreatedSnippet,
  type Expiry,
  type NewRevision,
  type NewSnippet,
  SavedSnippet,
  Snippet,
  type SnippetSettings,
} from '#protocol/snippet.ts';
import { utf8Bytes } from '#protocol/utf8-bytes.ts';
import { type ApiAnswer, type ApiQuestion, askApi } from '../_server/ask-api.ts';

export type ShareDraft = z.input<typeof NewSnippet>;
export type Visibility = Snippet['visibility'];
export type { Expiry, Snippet };

/** A link, and what shows the right to change it. */
export interface OwnLink {
  readonly id: string;
  readonly editToken: string;
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly words: string };

/** Saves a snippet. Never throws: what goes wrong is told in words. */
export async function createLink(draft: ShareDraft): Promise<Answer<CreatedSnippet>> {
  return refusalOf(draft) ?? read(await askApi(api, { method: 'POST', body: draft }), CreatedSnippet);
}

/** Adds a revision to a link that shows revision `head` now; refused where another came in between. */
export async function reviseLink(
  link: OwnLink,
  head: number,
  draft: z.input<typeof NewRevision>,
): Promise<Answer<SavedSnippet>> {
  const headers = { 'If-Match': `"${head}"` };
  return refusalOf(draft) ?? read(await ask(link, { method: 'PUT', body: draft, headers }), SavedSnippet);
}

/** What it is called, who may find it and how long it lasts, without a new revision. */
export async function changeLink(link: OwnLink, change: SnippetSettings): Promise<Answer<Snippet>> {
  return read(await ask(link, { method: 'PATCH', body: change }), Snippet);
}

/** The snippet as its owner sees it, which uses nothing up. */
export async function readLink(link: OwnLink): Promise<Answer<Snippet>> {
  return read(await ask(link, {}), Snippet);
}

/** It is gone from the server then, with all its revisions. */
export async function deleteLink(link: OwnLink): Promise<Answer<null>> {
  const answer = await ask(link, { method: 'DELETE' });
  return answer.ok ? { ok: true, value: null } : answer;
}

/** Another edit key for the link; the one before opens nothing any more. */
export async function rotateKey(link: OwnLink): Promise<Answer<string>> {
  const answer = await ask(link, { method: 'POST' }, '/token');
  return read(answer, CreatedSnippet.pick({ editToken: true }), ({ editToken }) => editToken);
}

const api = '/api/v1/snippets';

function ask({ id, editToken }: OwnLink, question: ApiQuestion, door = ''): Promise<ApiAnswer> {
  const headers = { 'X-Edit-Token': editToken, ...question.headers };
  return askApi(`${api}/${id}${door}`, { ...question, headers });
}

function read<T, U = T>(
  answer: ApiAnswer,
  schema: z.ZodType<T>,
  pick = (value: T) => value as unknown as U,
): Answer<U> {
  if (!answer.ok) return answer;
  const parsed = schema.safeParse(answer.body);
  if (parsed.success) return { ok: true, value: pick(parsed.data) };
  return { ok: false, status: 0, words: 'The server answered with something that this page does not know.' };
}

function refusalOf({ code }: { readonly code: string }): Answer<never> | undefined {
  const bytes = utf8Bytes(code);
  if (bytes <= maxSourceBytes) return undefined;
  const megabytes = (bytes / (1024 * 1024)).toFixed(1);
  return { ok: false, status: 413, words: `This snippet is too large to share: ${megabytes} MB of 1 MB.` };
}

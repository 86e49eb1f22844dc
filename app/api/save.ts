import { createSnippet, type NewSnippetTerms } from '#prisma/snippets.ts';
import type { CreatedSnippet, RecordingVerdict, RunToKeep, SnippetDraft } from '#protocol/snippet.ts';
import { languageVersion } from '../_languages/languages.ts';
import { readWebConfig } from '../config.ts';
import { spend } from './allowance.ts';
import { jsonAnswer } from './answer.ts';
import { tagOf } from './if-match.ts';
import { keepRun } from './keep-run.ts';

/** What a revision is saved with beside what a person wrote, and what is told of it. */
export async function extrasOf(draft: SnippetDraft, run: RunToKeep | undefined, request: Request) {
  const kept = run === undefined ? undefined : await keepRun(run, draft, request);
  const version = kept?.recording?.version ?? (await languageVersion(draft.language));
  const told: { run?: RecordingVerdict } = kept === undefined ? {} : { run: kept.verdict };
  return { terms: { languageVersion: version, recording: kept?.recording }, told };
}

/** Throws `Refused` when this client has saved too many snippets and revisions of late. */
export function spendOneSnippet(request: Request): void {
  spend(request, 'snippets', readWebConfig().RATE_LIMIT_SNIPPETS_PER_HOUR);
}

/** Saves a new snippet and answers with its link and its edit token. */
export async function answerCreated(
  draft: SnippetDraft,
  terms: NewSnippetTerms,
  told: Pick<CreatedSnippet, 'run' | 'hiddenTestsLeftOut'> = {},
): Promise<Response> {
  const { snippet, editToken } = await createSnippet(draft, terms);
  const created: CreatedSnippet = { ...snippet, ...told, editToken, url: `/s/${snippet.id}` };
  const headers = { Location: `/api/v1/snippets/${snippet.id}`, ETag: tagOf(snippet.revision) };
  return jsonAnswer(created, 201, headers);
}

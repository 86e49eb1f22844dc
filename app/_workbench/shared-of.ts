import type { LanguageInfo } from '#protocol/language.ts';
import type { Snippet } from '#protocol/snippet.ts';
import { type Draft, draftOfSnippet } from '../_draft/draft.ts';
import { mainPath } from '../_draft/draft-files.ts';
import { executionUrlHere } from '../_run/execution-url.ts';
import type { RunInput } from '../_run/socket.ts';
import { curlOf, type TitledCode } from '../_share/copy-as.ts';
import type { OpenedLink, Shared } from '../_share/use-share.ts';
import { shareOf } from './requests.ts';

interface SharedParts {
  readonly language: LanguageInfo;
  readonly draft: Draft;
  readonly request: RunInput;
  /** The saved snippet that the page was opened with. */
  readonly opened: Snippet | null;
  readonly executionUrl: string | null;
}

/** What a link to the draft takes along, and the other ways to say it. */
export function sharedOf({
  language,
  draft,
  request,
  opened,
  executionUrl,
}: SharedParts): Omit<Shared, 'key' | 'run'> {
  const origin = opened?.language === language.id ? opened : undefined;
  const forkedFrom = origin && { forkedFrom: { id: origin.id, revision: origin.revision } };
  return {
    draft: { ...shareOf(language, draft), ...forkedFrom },
    opened: origin && openedLink(language, origin),
    text: textOf(language, draft),
    curl: curlOf(executionUrl ?? executionUrlHere(), request),
  };
}

/** The draft's files that are text, under its title. */
export function textOf(language: LanguageInfo, draft: Draft): TitledCode {
  const main = { path: mainPath(draft, language.source), content: draft.code };
  const others = draft.files.filter(({ encoding }) => encoding === 'utf8');
  return { title: draft.title, grammar: language.grammar, files: [main, ...others] };
}

function openedLink(language: LanguageInfo, snippet: Snippet): OpenedLink {
  const { id, revision, head, visibility, expiresAt, tests } = snippet;
  return {
    ...{ id, revision, visibility, expiresAt },
    draft: revision === head ? shareOf(language, draftOfSnippet(snippet)) : undefined,
    hidesTests: tests.some((test) => 'redacted' in test),
  };
}

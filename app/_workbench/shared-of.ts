import type { LanguageInfo } from '#protocol/language.ts';
import type { Snippet } from '#protocol/snippet.ts';
import { type Draft, draftOfSnippet } from '../_draft/draft.ts';
import { mainPath } from '../_draft/draft-files.ts';
import { executionUrlHere } from '../_run/execution-url.ts';
import type { RunInput } from '../_run/socket.ts';
import { curlOf, type TitledCode } from '../_share/copy-as.ts';
import type { OpenedLink, Shared } from '../_share/shared.ts';
import { shareOf } from './requests.ts';

export interface SharedParts {
  readonly language: LanguageInfo;
  readonly draft: Draft;
  readonly request: RunInput;
  /** The saved snippet that the page was opened with. */
  readonly opened: Snippet | null;
  readonly isFork: boolean;
  readonly executionUrl: string | null;
}

/** What a link to the draft takes along, and the other ways to say it. */
export function sharedOf({ language, draft, opened, ...parts }: SharedParts): Omit<Shared, 'key' | 'run'> {
  const forkedFrom = opened && { forkedFrom: { id: opened.id, revision: opened.revision } };
  return {
    draft: { ...shareOf(language, draft), ...forkedFrom },
    opened: opened && !parts.isFork ? openedLink(language, opened) : undefined,
    text: textOf(language, draft),
    curl: curlOf(parts.executionUrl ?? executionUrlHere(), parts.request),
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

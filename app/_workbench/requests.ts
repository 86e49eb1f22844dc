import type { LanguageInfo } from '#protocol/language.ts';
import type { TerminalSize } from '#protocol/run-request.ts';
import type { Draft } from '../_draft/draft.ts';
import { caseOf, type DraftTest } from '../_draft/draft-tests.ts';
import { parseArgs, parseEnv } from '../_draft/draft-text.ts';
import type { RunInput } from '../_run/socket.ts';
import type { ShareDraft } from '../_share/link-requests.ts';

/** What a run of the draft sends. */
export function requestOf(language: LanguageInfo, draft: Draft, terminal?: TerminalSize) {
  const sendsText = draft.inputMode === 'text' && draft.stdin !== '';
  return {
    language: language.id,
    code: draft.code,
    ...(draft.entry === '' ? {} : { entry: draft.entry }),
    files: [...draft.files],
    stdin: sendsText ? draft.stdin : '',
    interactive: !sendsText,
    ...(draft.inputMode === 'terminal' && terminal ? { terminal } : {}),
    args: parseArgs(draft.args),
    env: parseEnv(draft.env).env,
  } satisfies RunInput;
}

/** The same program, once for each of the tests. Its own author sees what hidden ones print. */
export function testRunOf(request: RunInput, tests: readonly DraftTest[]): RunInput {
  const { stdin: _, args: __, terminal: ___, ...program } = request;
  return { ...program, interactive: false, tests: tests.map((test) => caseOf({ ...test, hidden: false })) };
}

/** What a link to the draft keeps. */
export function shareOf(language: LanguageInfo, draft: Draft) {
  const { interactive: _, ...rest } = requestOf(language, draft);
  const { title, statement, tests } = draft;
  return { ...rest, title, statement, tests: tests.map(caseOf) } satisfies ShareDraft;
}

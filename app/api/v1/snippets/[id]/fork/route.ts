import type { WholeSnippet } from '#prisma/snippet-view.ts';
import { openWhole } from '#prisma/snippets.ts';
import type { SnippetDraft } from '#protocol/snippet.ts';
import { answer } from '../../../../answer.ts';
import { editTokenOf, type NamedRoute, nameIn } from '../../../../named-snippet.ts';
import { answerCreated, extrasOf, spendOneSnippet } from '../../../../save.ts';

export function POST(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, () => fork(request, route));
}

/** A copy that belongs to whoever asks. Hidden tests stay where they are, unless it is their owner who asks. */
async function fork(request: Request, route: NamedRoute): Promise<Response> {
  const name = await nameIn(route);
  spendOneSnippet(request);
  const { snippet, isOwner } = await openWhole(name, editTokenOf(request));
  const tests = isOwner ? snippet.tests : snippet.tests.filter((test) => !test.hidden);
  const leftOut = snippet.tests.length - tests.length;
  const draft: SnippetDraft = { ...draftOf(snippet), tests };
  const { terms } = await extrasOf(draft, undefined, request);
  const forkedFrom = { id: snippet.id, revision: snippet.revision };
  return await answerCreated(
    draft,
    { ...terms, forkedFrom },
    leftOut === 0 ? {} : { hiddenTestsLeftOut: leftOut },
  );
}

function draftOf({
  title,
  statement,
  language,
  code,
  files,
  entry,
  stdin,
  args,
  env,
  tests,
}: WholeSnippet): SnippetDraft {
  const draft = { title, statement, language, code, files, stdin, args, env, tests };
  return entry === undefined ? draft : { ...draft, entry };
}

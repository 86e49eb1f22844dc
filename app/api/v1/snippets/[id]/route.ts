import { deleteSnippet, updateSnippet } from '#prisma/snippets.ts';
import { SnippetDraft } from '#protocol/snippet.ts';
import { answer, emptyAnswer, jsonAnswer } from '../../../answer.ts';
import { readJson } from '../../../body.ts';
import { editTokenOf, type NamedRoute, namedSnippet } from '../../../named-snippet.ts';

export function GET(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, async () => jsonAnswer(await namedSnippet(request, route)));
}

export function PUT(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, () => update(request, route));
}

export function DELETE(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, () => remove(request, route));
}

async function update(request: Request, route: NamedRoute): Promise<Response> {
  const { id } = await namedSnippet(request, route);
  const draft = SnippetDraft.parse(await readJson(request));
  return jsonAnswer(await updateSnippet(id, editTokenOf(request), draft));
}

async function remove(request: Request, route: NamedRoute): Promise<Response> {
  const { id } = await namedSnippet(request, route);
  await deleteSnippet(id, editTokenOf(request));
  return emptyAnswer(204);
}

import { changeSnippet, checkOwner, deleteSnippet, reviseSnippet } from '#prisma/owned-snippets.ts';
import { openSnippet } from '#prisma/snippets.ts';
import { NewRevision, type SavedSnippet, SnippetChange } from '#protocol/snippet.ts';
import { answer, emptyAnswer, everyAnswer, jsonAnswer } from '../../../answer.ts';
import { readJson } from '../../../body.ts';
import { revisionsIn, tagOf } from '../../../if-match.ts';
import { claimIn, editTokenOf, headOf, type NamedRoute, nameIn } from '../../../named-snippet.ts';
import { extrasOf, spendOneSnippet } from '../../../save.ts';

export function GET(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, () => read(request, route));
}

export function HEAD(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, () => headOf(route, { ...everyAnswer, 'Content-Type': 'application/json' }));
}

export function PUT(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, () => revise(request, route));
}

export function PATCH(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, () => change(request, route));
}

export function DELETE(request: Request, route: NamedRoute): Promise<Response> {
  return answer(request, () => remove(request, route));
}

async function read(request: Request, route: NamedRoute): Promise<Response> {
  const { snippet } = await openSnippet(await nameIn(route), editTokenOf(request));
  return jsonAnswer(snippet, 200, { ETag: tagOf(snippet.revision) });
}

async function revise(request: Request, route: NamedRoute): Promise<Response> {
  const claim = await claimIn(request, route);
  await checkOwner(claim);
  const { run, ...draft } = NewRevision.parse(await readJson(request));
  const ifHead = revisionsIn(request);
  spendOneSnippet(request);
  const { terms, told } = await extrasOf(draft, run, request);
  const snippet = await reviseSnippet(claim, draft, { ...terms, ifHead });
  const saved: SavedSnippet = { ...snippet, ...told };
  return jsonAnswer(saved, 200, { ETag: tagOf(snippet.revision) });
}

async function change(request: Request, route: NamedRoute): Promise<Response> {
  const claim = await claimIn(request, route);
  await checkOwner(claim);
  const snippet = await changeSnippet(claim, SnippetChange.parse(await readJson(request)));
  return jsonAnswer(snippet, 200, { ETag: tagOf(snippet.revision) });
}

async function remove(request: Request, route: NamedRoute): Promise<Response> {
  await deleteSnippet(await claimIn(request, route));
  return emptyAnswer(204);
}

import { createSnippet } from '#prisma/snippets.ts';
import { type CreatedSnippet, SnippetDraft } from '#protocol/snippet.ts';
import { answer, jsonAnswer } from '../../answer.ts';
import { readJson } from '../../body.ts';

export function POST(request: Request): Promise<Response> {
  return answer(request, () => create(request));
}

async function create(request: Request): Promise<Response> {
  const draft = SnippetDraft.parse(await readJson(request));
  const { snippet, editToken } = await createSnippet(draft);
  const created: CreatedSnippet = { ...snippet, editToken, url: `/s/${snippet.id}` };
  return jsonAnswer(created, 201, { Location: `/api/v1/snippets/${snippet.id}` });
}

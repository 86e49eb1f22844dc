import { peekSnippet } from '#prisma/snippets.ts';
import { Refused } from '#protocol/problem.ts';
import { NewSnippet, type RevisionName } from '#protocol/snippet.ts';
import { answer } from '../../answer.ts';
import { readJson } from '../../body.ts';
import { answerCreated, extrasOf, spendOneSnippet } from '../../save.ts';

export function POST(request: Request): Promise<Response> {
  return answer(request, () => create(request));
}

async function create(request: Request): Promise<Response> {
  const body = NewSnippet.parse(await readJson(request));
  const { visibility, expiry, forkedFrom, run, ...draft } = body;
  spendOneSnippet(request);
  if (forkedFrom !== undefined) await refuseUnknownOrigin(forkedFrom);
  const { terms, told } = await extrasOf(draft, run, request);
  return await answerCreated(draft, { ...terms, visibility, expiry, forkedFrom }, told);
}

/** Whoever says where a snippet comes from must name what can be read: else it would be an invention. */
async function refuseUnknownOrigin(origin: RevisionName): Promise<void> {
  try {
    await peekSnippet(origin);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const message = 'forkedFrom names no snippet that can be read.';
    throw new Refused({ code: 'invalid_request', message, field: 'forkedFrom' });
  }
}

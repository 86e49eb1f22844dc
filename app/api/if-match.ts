import { Refused } from '#protocol/problem.ts';

/** The entity tag of a revision. */
export function tagOf(revision: number): string {
  return `"${revision}"`;
}

/** The revisions that `If-Match` names; undefined when it is not there, or any will do. */
export function revisionsIn(request: Request): readonly number[] | undefined {
  const header = request.headers.get('if-match');
  if (header === null || header.trim() === '*') return undefined;
  return header.split(',').map((tag) => revisionIn(tag.trim()));
}

function revisionIn(tag: string): number {
  const [, number] = /^"([1-9]\d{0,5})"$/.exec(tag) ?? [];
  if (number !== undefined) return Number(number);
  throw new Refused({
    code: 'invalid_request',
    message: 'If-Match must be the ETag of a revision, as "3", or *.',
    field: 'If-Match',
  });
}

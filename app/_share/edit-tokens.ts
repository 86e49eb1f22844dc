// Without the schema library: what is kept is looked at by hand.

const prefix = 'bugdrill.edit.';
const noteEnd = '.note';

/** What is remembered of a link, to be shown where the server cannot be asked. */
export interface LinkNote {
  readonly title: string;
  readonly language: string;
  readonly createdAt: string;
}

/** A link that this browser may change. */
export interface KeptLink {
  readonly id: string;
  readonly editToken: string;
  readonly note: LinkNote | undefined;
}

/** Keeps the right to change a snippet in this browser; without storage the link still works. */
export function keepEditToken(snippetId: string, token: string, note?: LinkNote): void {
  try {
    localStorage.setItem(prefix + snippetId, token);
    if (note) localStorage.setItem(prefix + snippetId + noteEnd, JSON.stringify(note));
  } catch {
    // Storage may be full or forbidden; the snippet is saved all the same.
  }
}

export function editTokenOf(snippetId: string): string | undefined {
  try {
    return localStorage.getItem(prefix + snippetId) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Every link that this browser may change, those first that were made last as far as that is known. */
export function keptLinks(): readonly KeptLink[] {
  try {
    const ids = Object.keys(localStorage).flatMap((key) => idIn(key) ?? []);
    const links = ids.map((id) => ({ id, editToken: editTokenOf(id) ?? '', note: noteOf(id) }));
    return links.sort((one, other) => timeOf(other).localeCompare(timeOf(one)));
  } catch {
    return [];
  }
}

/** The link is not among this browser's any more; on the server nothing changes. */
export function forgetLink(snippetId: string): void {
  try {
    localStorage.removeItem(prefix + snippetId);
    localStorage.removeItem(prefix + snippetId + noteEnd);
  } catch {
    // Where nothing can be kept, nothing is.
  }
}

const timeOf = ({ note }: KeptLink) => note?.createdAt ?? '';

function idIn(key: string): string | undefined {
  return key.startsWith(prefix) ? /^[0-9A-Za-z]{10}$/.exec(key.slice(prefix.length))?.[0] : undefined;
}

function noteOf(snippetId: string): LinkNote | undefined {
  try {
    const note: unknown = JSON.parse(localStorage.getItem(prefix + snippetId + noteEnd) ?? '');
    return isNote(note) ? note : undefined;
  } catch {
    return undefined;
  }
}

function isNote(note: unknown): note is LinkNote {
  if (typeof note !== 'object' || note === null) return false;
  const names = ['title', 'language', 'createdAt'] as const;
  return names.every((name) => name in note && typeof (note as Record<string, unknown>)[name] === 'string');
}

const keyOf = (snippetId: string) => `bugdrill.edit.${snippetId}`;

/** Keeps the right to change a snippet in this browser; without storage the link still works. */
export function keepEditToken(snippetId: string, token: string): void {
  try {
    localStorage.setItem(keyOf(snippetId), token);
  } catch {
    // Storage may be full or forbidden; the snippet is saved all the same.
  }
}

/** The right to change a snippet, where this browser has it. */
export function readEditToken(snippetId: string): string | null {
  try {
    return localStorage.getItem(keyOf(snippetId));
  } catch {
    return null;
  }
}

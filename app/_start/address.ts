// On the page from the start, and so without what it takes to read a program.

/** Whether the page's address holds a program itself: `/#v1.…` or `/?code=…`. */
export function holdsProgram({ hash, search }: Pick<Location, 'hash' | 'search'>): boolean {
  return hash.startsWith('#v1.') || new URLSearchParams(search).has('code');
}

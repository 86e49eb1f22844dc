/** What a piece of code is, as far as our colours tell it apart. */
export type CodePart = 'keyword' | 'string' | 'comment' | 'constant' | 'function' | 'punctuation' | 'text';

/** Beginnings of scopes, the more telling first: of a scope the first that fits is taken. */
const parts: readonly (readonly [string, CodePart])[] = [
  ['punctuation.definition.string', 'string'],
  ['punctuation', 'punctuation'],
  ['constant.character', 'string'],
  ['constant', 'constant'],
  ['support.constant', 'constant'],
  ['string', 'string'],
  ['keyword.operator.word', 'keyword'],
  ['keyword.operator', 'punctuation'],
  ['keyword', 'keyword'],
  ['storage', 'keyword'],
  ['variable.language', 'constant'],
  ['variable', 'text'],
  ['entity.name.tag', 'keyword'],
  ['entity.name', 'function'],
  ['entity.other.inherited-class', 'function'],
  ['entity.other.attribute-name', 'function'],
  ['support', 'function'],
];

/** Which part of code a TextMate grammar's scopes name; the innermost that says anything decides, but in comments. */
export function codePartOf(scopes: readonly string[]): CodePart {
  const names = scopes.flatMap((scope) => scope.split(' '));
  if (names.some((name) => /^comment\b/.test(name))) return 'comment';
  for (const name of names.toReversed()) {
    const found = parts.find(([start]) => name === start || name.startsWith(`${start}.`));
    if (found) return found[1];
  }
  return 'text';
}

import type { Comparison, Difference } from '#protocol/judge.ts';

/** The comparisons that look at the two texts alone. */
export type TextComparison = Extract<Comparison, { kind: 'exact' | 'trim' | 'tokens' | 'float' }>;

const excerptLength = 120;
/** How much of an excerpt stands before the place it shows. */
const excerptLead = 40;
const word = /[^ \t\n\r\v\f]+/g;
const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const notANumber = /^[+-]?nan$/i;
const infinity = /^([+-]?)inf(?:inity)?$/i;
const longestNumber = 400;

/** Where `actual` first departs from `expected`; undefined when it passes. Reads no further than to that place. */
export function compareTexts(
  comparison: TextComparison,
  expected: string,
  actual: string,
): Difference | undefined {
  if (expected === actual) return undefined;
  switch (comparison.kind) {
    case 'exact':
      return compareCharacters(expected, actual);
    case 'trim':
      return compareLines(expected, actual);
    case 'tokens':
      return compareWords(expected, actual, (one, other) => one === other);
    case 'float':
      return compareWords(expected, actual, (one, other) => isNear(one, other, comparison.tolerance));
    default:
      return comparison satisfies never;
  }
}

/** Excerpts keep their line ends here: those may be all that differs. */
function compareCharacters(expected: string, actual: string): Difference {
  const index = firstDifference(expected, actual);
  const start = lineStart(expected, index);
  const excerpt = (text: string) =>
    start < text.length ? cut(text.slice(start, lineEnd(text, start) + 1), index - start) : null;
  return { ...placeOf(expected, index), expected: excerpt(expected), actual: excerpt(actual) };
}

function compareLines(expected: string, actual: string): Difference | undefined {
  let line = 1;
  let expectedAt = 0;
  let actualAt = 0;
  while (expectedAt < expected.length && actualAt < actual.length) {
    const expectedEnd = lineEnd(expected, expectedAt);
    const actualEnd = lineEnd(actual, actualAt);
    const wanted = trimmedLine(expected, expectedAt, expectedEnd);
    const found = trimmedLine(actual, actualAt, actualEnd);
    if (wanted !== found) {
      const index = firstDifference(wanted, found);
      const { column } = placeOf(wanted, index);
      return { line, column, expected: cut(wanted, index), actual: cut(found, index) };
    }
    line += 1;
    expectedAt = expectedEnd + 1;
    actualAt = actualEnd + 1;
  }
  const missing = firstWord(expected, expectedAt, line);
  if (missing) return { ...missing.place, expected: missing.excerpt, actual: null };
  const surplus = firstWord(actual, actualAt, line);
  return surplus && { ...surplus.place, expected: null, actual: surplus.excerpt };
}

/** The first line from `from`, a line's start, that is not blank; `line` is the number of the one at `from`. */
function firstWord(text: string, from: number, line: number) {
  const search = new RegExp(word);
  search.lastIndex = from;
  const index = search.exec(text)?.index;
  if (index === undefined) return undefined;
  const start = Math.max(from, lineStart(text, index));
  const place = placeOf(text.slice(from), index - from);
  return {
    place: { ...place, line: place.line + line - 1 },
    excerpt: cut(text.slice(start, lineEnd(text, start)), index - start),
  };
}

/** The place is the one in `actual`. */
function compareWords(
  expected: string,
  actual: string,
  isSame: (expected: string, actual: string) => boolean,
): Difference | undefined {
  const found = actual.matchAll(word);
  let end = 0;
  for (const [wanted] of expected.matchAll(word)) {
    const match = found.next().value;
    if (match === undefined) return { ...placeOf(actual, end), expected: cut(wanted, 0), actual: null };
    if (!isSame(wanted, match[0])) {
      const index = firstDifference(wanted, match[0]);
      return {
        ...placeOf(actual, match.index),
        expected: cut(wanted, index),
        actual: cut(match[0], index),
      };
    }
    end = match.index + match[0].length;
  }
  const surplus = found.next().value;
  return surplus && { ...placeOf(actual, surplus.index), expected: null, actual: cut(surplus[0], 0) };
}

function isNear(expected: string, actual: string, tolerance: number): boolean {
  if (expected === actual) return true;
  const [wanted, found] = [numberOf(expected), numberOf(actual)];
  if (wanted === undefined || found === undefined) return false;
  if (Object.is(wanted, found) || wanted === found) return true;
  const off = Math.abs(wanted - found);
  return Number.isFinite(off) && off <= Math.max(tolerance, tolerance * Math.abs(wanted));
}

function numberOf(text: string): number | undefined {
  if (text.length > longestNumber) return undefined;
  if (notANumber.test(text)) return Number.NaN;
  const sign = infinity.exec(text)?.[1];
  if (sign !== undefined) return sign === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return number.test(text) ? Number(text) : undefined;
}

/** Never inside a character of two units. */
function firstDifference(one: string, other: string): number {
  let index = 0;
  while (index < one.length && one.charCodeAt(index) === other.charCodeAt(index)) index += 1;
  return isInsideCharacter(one, index) || isInsideCharacter(other, index) ? index - 1 : index;
}

/** Line and column of an index, in characters, from 1. */
function placeOf(text: string, index: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < index; end = text.indexOf('\n', start)) {
    line += 1;
    start = end + 1;
  }
  let column = 1;
  for (let at = start; at < index; at += 1) if (!isInsideCharacter(text, at)) column += 1;
  return { line, column };
}

/** A line, or a piece of it around `index` where it is long. */
function cut(line: string, index: number): string {
  if (line.length <= excerptLength) return line;
  const from = Math.max(0, Math.min(index - excerptLead, line.length - excerptLength));
  const to = from + excerptLength;
  const start = isInsideCharacter(line, from) ? from + 1 : from;
  const end = isInsideCharacter(line, to) ? to - 1 : to;
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`;
}

function isInsideCharacter(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  const here = text.charCodeAt(index);
  return before >= 0xd800 && before < 0xdc00 && here >= 0xdc00 && here < 0xe000;
}

function lineStart(text: string, index: number): number {
  return index === 0 ? 0 : text.lastIndexOf('\n', index - 1) + 1;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function trimmedLine(text: string, start: number, end: number): string {
  let last = end;
  while (last > start && isBlank(text.charCodeAt(last - 1))) last -= 1;
  return text.slice(start, last);
}

/** What C calls space, without the line end: other kinds of white space are letters to a judge. */
function isBlank(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}

/** Lines of the code that a link points to, both counted in, from 1. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** `10` or `10-14`, within a code of so many lines. Undefined for whatever else a link may say. */
export function parseLines(text: string | string[] | undefined, count: number): LineRange | undefined {
  if (typeof text !== 'string') return undefined;
  const [, first, last] = /^([1-9]\d{0,6})(?:-([1-9]\d{0,6}))?$/.exec(text) ?? [];
  if (first === undefined) return undefined;
  const [from, to] = [Number(first), Number(last ?? first)];
  return from > to || from > count ? undefined : { from, to: Math.min(to, count) };
}

/** What of it stands in the address. */
export function linesText({ from, to }: LineRange): string {
  return from === to ? `${from}` : `${from}-${to}`;
}

/** From the line that was clicked first to the one that is clicked now. */
export function extended(range: LineRange | undefined, line: number): LineRange {
  if (!range) return { from: line, to: line };
  return line < range.from ? { from: line, to: range.to } : { from: range.from, to: line };
}

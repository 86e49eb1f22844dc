/** Where a finger was, in CSS pixels, and when, in milliseconds. */
export interface Touched {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

const leastWay = 80;
const longestMs = 600;

/** A quick stroke from left to right, much more across than up or down. */
export function isSwipeBack(from: Touched, to: Touched): boolean {
  const across = to.x - from.x;
  return across >= leastWay && across > 2 * Math.abs(to.y - from.y) && to.at - from.at <= longestMs;
}

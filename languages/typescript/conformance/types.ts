import { basename } from 'node:path';
import type { ParsedPath } from 'node:path';

interface Named<T> {
  readonly name: T;
}
type Pair<A, B = A> = [A, B];

function first<A, B>([value]: Pair<A, B>): A {
  return value;
}

class Box<T> implements Named<T> {
  readonly name: T;
  constructor(name: T) {
    this.name = name;
  }
}

const limits = { low: 1, high: 9 } satisfies Record<string, number>;
const path = {} as Partial<ParsedPath>;
console.log(first(['a', 1]), new Box<string>('box').name, limits.high!, path.root ?? 'none');
console.log(await Promise.resolve(basename(import.meta.filename)));

type Named<T extends object = object> = { readonly [K in keyof T]?: T[K] } & { name: string };
interface Tree<T> extends Iterable<T> { left?: Tree<T>; right?: Tree<T> }
abstract class Base<T> implements Tree<T> {
  declare unset: string;
  protected static readonly made: number = 1;
  #secret?: T;
  constructor(secret?: T) { this.#secret = secret; }
  abstract get size(): number;
  *[Symbol.iterator](): IterableIterator<T> { yield this.#secret!; }
}
class Leaf extends Base<number> { override get size() { return Base['made' as keyof typeof Base] as unknown as number; } }
function overloaded(value: string): string;
function overloaded(value: number): number;
function overloaded(value: unknown) { return value; }
function check(value: unknown): asserts value is string { if (typeof value !== 'string') throw new TypeError('no'); }
const named = { name: 'x' } satisfies Named;
const tuple: [first: string, ...rest: number[]] = ['a', 1];
let anything: any = <T extends unknown>(value: T) => value!;
check(named.name);
console.log([...new Leaf(5)], new Leaf().size, overloaded(3), named, tuple, anything(1), 'unset' in new Leaf());
label: for (const one of tuple as readonly unknown[]) { if (one === 1) break label; }
declare function nowhere(): void;
console.log(((a?: number, b = 2 as number) => (a ?? 0) + b)());

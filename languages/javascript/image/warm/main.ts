type Named<T extends object = object> = { readonly name: string; value?: T } & Partial<Record<'a' | 'b', number[]>>;
interface Shape<T> extends Iterable<T> {
  area(scale?: number): number;
  [key: string]: unknown;
}
declare const nowhere: Date | undefined;
abstract class Base<T> {
  protected readonly items: Map<string, T> = new Map<string, T>();
  static count: number = 0;
  #hidden?: string;
  constructor(name?: string) {
    this.#hidden = name;
  }
  abstract area(scale?: number): number;
  get name(): string | undefined {
    return this.#hidden!;
  }
}
class Square extends Base<number> implements Shape<number> {
  [key: string]: unknown;
  override area(this: Square, scale: number = 1): number {
    return 4 * scale;
  }
  *[Symbol.iterator](): IterableIterator<number> {
    yield* this.items.values();
  }
}
function identity<T>(value: T, ...rest: readonly unknown[]): asserts value is NonNullable<T> {
  if (value == null) throw new Error(`none of ${rest.length}`);
}
const sum = async <T,>(numbers: Array<T>): Promise<number> => {
  let total = 0;
  for (const number of numbers) total += Number(number as unknown as string) ?? 0;
  return total;
};
const named = { name: 'a', value: { b: [1, 2] } } satisfies Named as Named<{ b: number[] }>;
const { name, value: { b = [] } = {} } = named;
identity(name);
switch (name) {
  case 'a':
    void sum<number>([...b, new Square(name).area()]);
    break;
  default:
    try {
      while (b.length > 0) b.pop();
    } catch (error: unknown) {
      console.error((error as Error).message);
    }
}

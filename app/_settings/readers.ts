/** What was kept as a value that may be, or undefined. */
export type Reader<T> = (kept: unknown) => T | undefined;

export const flag: Reader<boolean> = (kept) => (typeof kept === 'boolean' ? kept : undefined);

export function oneOf<const T extends string | number>(...values: readonly T[]): Reader<T> {
  return (kept) => values.find((value) => value === kept);
}

/** Whole numbers only. */
export function numberBetween(min: number, max: number): Reader<number> {
  return (kept) =>
    typeof kept === 'number' && Number.isInteger(kept) && kept >= min && kept <= max ? kept : undefined;
}

export function text(pattern: RegExp): Reader<string> {
  return (kept) => (typeof kept === 'string' && pattern.test(kept) ? kept : undefined);
}

/** Lists of values under names. Values that may not be are left out, and so is what goes beyond the most. */
export function recordOf<T>(
  reader: Reader<T>,
  most: { readonly entries: number; readonly values: number },
): Reader<Readonly<Record<string, readonly T[]>>> {
  return (kept) => {
    if (typeof kept !== 'object' || kept === null) return undefined;
    const lists = Object.entries(kept).filter(([name, list]) => name.length <= 64 && Array.isArray(list));
    return Object.fromEntries(
      lists
        .slice(0, most.entries)
        .map(([name, list]: [string, unknown[]]) => [
          name,
          list.flatMap((value) => reader(value) ?? []).slice(0, most.values),
        ]),
    );
  };
}

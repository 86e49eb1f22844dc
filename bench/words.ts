const MiB = 1024 * 1024;

/** A number as people read it: three digits that say something. */
export function shown(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  if (value >= 100) return value.toFixed(0);
  if (value >= 10) return value.toFixed(1);
  return value.toFixed(2);
}

export function megabytes(bytes: number | undefined): string {
  return shown(bytes === undefined ? undefined : bytes / MiB);
}

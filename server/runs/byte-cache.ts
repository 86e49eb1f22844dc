/** What a cache holds: `bytes` is what it weighs. */
interface Weighed {
  readonly bytes: number;
}

/** Holds values up to so many bytes together, and lets go of those that were not asked for the longest. */
export class ByteCache<Value extends Weighed> {
  /** A value that weighs more is not held: it would push out too many others. */
  readonly maxEntryBytes: number;
  private readonly values = new Map<string, Value>();
  private bytes = 0;

  constructor(private readonly maxBytes: number) {
    this.maxEntryBytes = Math.floor(maxBytes / 8);
  }

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value === undefined) return undefined;
    // A Map keeps its order of insertion: what was asked for last stands last.
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.delete(key);
    if (value.bytes > this.maxEntryBytes) return;
    this.values.set(key, value);
    this.bytes += value.bytes;
    for (const oldest of this.values.keys()) {
      if (this.bytes <= this.maxBytes) return;
      this.delete(oldest);
    }
  }

  private delete(key: string): void {
    this.bytes -= this.values.get(key)?.bytes ?? 0;
    this.values.delete(key);
  }
}

import type { SandboxSpec } from './sandbox.ts';

const keys = new WeakMap<SandboxSpec, string>();

/** The same for two specs when a sandbox of the one serves as well for the other: everything that a spec says counts. */
export function specKey(spec: SandboxSpec): string {
  const key = keys.get(spec) ?? JSON.stringify(Object.entries(spec).toSorted());
  keys.set(spec, key);
  return key;
}

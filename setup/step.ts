/** What a person can do something about: one sentence that says what is wrong, and the command to type. */
export class CannotGoOn extends Error {
  override readonly name = 'CannotGoOn';
  constructor(
    readonly sentence: string,
    readonly command: string,
    options?: ErrorOptions,
  ) {
    super(`${sentence} Type: ${command}`, options);
  }
}

const slowMs = 1_000;

/** Does one thing of the set-up and says in one line what came of it and how long it took. */
export async function step(name: string, doing: string, work: () => Promise<string>): Promise<void> {
  const begin = performance.now();
  const slow = setTimeout(() => console.log(`· ${name.padEnd(11)} ${doing}`), slowMs);
  try {
    const done = await work();
    console.log(doneLine(name, done, begin));
  } catch (error) {
    console.log(`✗ ${name.padEnd(11)} ${doing}`);
    throw error;
  } finally {
    clearTimeout(slow);
  }
}

/** What was done since `begin`, a moment of `performance.now()`. */
export function doneLine(name: string, done: string, begin: number): string {
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  return `✓ ${name.padEnd(11)} ${done.padEnd(44)} ${seconds} s`;
}

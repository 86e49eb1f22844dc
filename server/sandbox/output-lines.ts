const keptLines = 15;
const keptLength = 300;

/** Whole lines without their ends; empty ones are left out. */
export async function* linesOf(text: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of text) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
  }
  if (rest !== '') yield rest;
}

/** The last lines of a long output, without colours: what a person needs to see why something failed. */
export class LastLines {
  private lines: string[] = [];

  add(text: string): void {
    const lines = text
      .split(/[\r\n]+/)
      .map(plain)
      .filter((line) => line !== '');
    this.lines = [...this.lines, ...lines].slice(-keptLines);
  }

  /** The very last line; empty before there is one. */
  get last(): string {
    return this.lines.at(-1) ?? '';
  }

  toString(): string {
    return this.lines.join('\n');
  }
}

function plain(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours and other controls are what is taken out
  const controls = /\u001b\[[0-9;]*[A-Za-z]|[\u0000-\u001f\u007f]/g;
  return line.replaceAll(controls, '').trim().slice(0, keptLength);
}

import { unzip } from 'fflate';
import { maxTests, maxTestsBytes } from '#protocol/judge.ts';
import { type DraftTest, newTest } from '../_draft/draft-tests.ts';

/** Tests that a person brought along, and what of it is none, in words. */
export interface ImportedTests {
  readonly tests: readonly DraftTest[];
  readonly refused: readonly string[];
}

interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Pairs of `NAME.in` and `NAME.out` (or `.ans`), as files or in zip archives, in the order of their names. */
export async function importTests(files: readonly File[]): Promise<ImportedTests> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > 4 * maxTestsBytes) return { tests: [], refused: ['These files are too large for tests.'] };
  const found: NamedText[] = [];
  for (const file of files) {
    if (file.name.endsWith('.zip')) found.push(...(await unpack(file)));
    else found.push({ name: file.name, text: await file.text() });
  }
  return pair(found);
}

/** Inputs and outputs by turns, with lines of `---` between. */
export function parsePasted(text: string): ImportedTests {
  const blocks = text.split(/^---[ \t]*\r?\n?/m);
  if (blocks.length % 2 === 1) {
    return { tests: [], refused: ['Write an input, ---, its output, ---, the next input, and so on.'] };
  }
  const tests = blocks.flatMap((stdin, index) => {
    const expected = blocks[index + 1];
    return index % 2 === 1 || expected === undefined ? [] : [newTest({ stdin, expected })];
  });
  return bounded(tests, []);
}

function pair(files: readonly NamedText[]): ImportedTests {
  const kinds = { in: new Map<string, string>(), out: new Map<string, string>() };
  const refused: string[] = [];
  for (const { name, text } of files) {
    const [, stem, kind] = /^(.+)\.(in|out|ans)$/.exec(name) ?? [];
    if (stem === undefined) refused.push(`${name}: neither .in nor .out`);
    else kinds[kind === 'in' ? 'in' : 'out'].set(stem, text);
  }
  const names = [...new Set([...kinds.in.keys(), ...kinds.out.keys()])].sort(asCounted);
  const tests = names.flatMap((name) => {
    const stdin = kinds.in.get(name);
    const expected = kinds.out.get(name);
    if (stdin === undefined) refused.push(`${name}.out: there is no ${name}.in`);
    else if (expected === undefined) refused.push(`${name}.in: there is no ${name}.out`);
    else return [newTest({ name: name.split('/').at(-1) ?? name, stdin, expected })];
    return [];
  });
  return bounded(tests, refused);
}

/** 2 before 10. */
function asCounted(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

function bounded(tests: readonly DraftTest[], refused: readonly string[]): ImportedTests {
  if (tests.length <= maxTests) return { tests, refused };
  return { tests: tests.slice(0, maxTests), refused: [...refused, `Only the first ${maxTests} were taken.`] };
}

/** What claims to be larger than tests may be is never unpacked. */
async function unpack(file: File): Promise<readonly NamedText[]> {
  const archive = new Uint8Array(await file.arrayBuffer());
  let bytes = 0;
  const entries = await new Promise<Record<string, Uint8Array>>((resolve, reject) =>
    unzip(
      archive,
      {
        filter: ({ name, originalSize }) => {
          bytes += originalSize;
          return /\.(in|out|ans)$/.test(name) && bytes <= 4 * maxTestsBytes;
        },
      },
      (error, read) => (error ? reject(error) : resolve(read)),
    ),
  );
  return Object.entries(entries).map(([name, data]) => ({ name, text: new TextDecoder().decode(data) }));
}

import type { LanguageInfo } from '#protocol/language.ts';

const MiB = 1024 * 1024;
const fixed = (value: number) => ({ floor: value, default: value, cap: value });

const template = `# Reads a name and greets it.
name = input("Your name? ")
print(f"Hello, {name}!")
`;

/** Shown while the execution server does not answer: something to write in, nothing to run yet. */
export const fallbackLanguages: readonly LanguageInfo[] = [
  {
    id: 'python',
    name: 'Python',
    version: '3.13',
    aliases: ['py', 'python3'],
    extensions: ['.py'],
    grammar: 'python',
    kind: 'interpreted',
    source: 'main.py',
    template,
    commands: { run: 'python3 main.py' },
    limits: {
      run: {
        wallMs: fixed(10_000),
        cpuMs: fixed(10_000),
        memoryBytes: fixed(128 * MiB),
        outputBytes: fixed(MiB),
        processes: fixed(64),
        openFiles: fixed(256),
        fileBytes: fixed(16 * MiB),
      },
    },
    formatter: null,
    libraries: [],
    state: { status: 'waiting' },
  },
];

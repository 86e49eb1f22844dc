import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { RunRequest } from '#protocol/run-request.ts';
import type { ProgramsHome } from './programs.ts';

/** What stands beside a program, in `NAME.json`. */
const Circumstances = z.strictObject({
  stdin: z.string().default(''),
  /** What has to be printed before its stdin is sent: a terminal echoes where it is typed. */
  typesAfter: z.string().default(''),
  /** Left open: the program ends without having seen the end of its stdin. */
  keepsStdinOpen: z.boolean().default(false),
  args: z.array(z.string()).default([]),
  env: z.record(z.string(), z.string()).default({}),
  /** Files beside the program, path to content. */
  files: z.record(z.string(), z.string()).default({}),
  terminal: z.strictObject({ rows: z.number(), columns: z.number() }).optional(),
  /** Long ones, for a busy machine. */
  limits: z.record(z.string(), z.number()).default({ wallMs: 25_000, cpuMs: 25_000 }),
  /** Of a compiled language, which boots its compiler. */
  compileLimits: z.record(z.string(), z.number()).default({}),
  /** The program's own file is not there. */
  isMissing: z.boolean().default(false),
  /** It is right that it prints and leaves nothing and ends with 0. */
  isSilent: z.boolean().default(false),
  /** Its time limit ends it. */
  isEndless: z.boolean().default(false),
  /** It has to be started plainly. */
  isPlain: z.boolean().default(false),
});
type Circumstances = z.infer<typeof Circumstances>;

interface BootAheadHome extends ProgramsHome {
  readonly id: string;
}

/** A program that must not be able to see whether it was booted ahead. */
export interface BootAheadProgram extends Circumstances {
  readonly name: string;
  readonly request: RunRequest;
}

/** The programs in a language's `boot-ahead/`, as languages/README.md describes them; none for one without the folder. */
export async function readBootAhead(language: BootAheadHome): Promise<BootAheadProgram[]> {
  const folder = join(language.folder, 'boot-ahead');
  const files = await readdir(folder).catch(() => []);
  const programs = files.filter((file) => extname(file) !== '.json');
  return await Promise.all(programs.map((file) => readProgram(language, join(folder, file))));
}

async function readProgram({ id, manifest }: BootAheadHome, path: string): Promise<BootAheadProgram> {
  const content = await readFile(path, 'base64');
  const stem = path.slice(0, -extname(path).length);
  const beside = await readFile(`${stem}.json`, 'utf8').catch(() => '{}');
  const circumstances = Circumstances.parse(JSON.parse(beside));
  const { args, env, terminal, limits, compileLimits, files } = circumstances;
  const request = RunRequest.parse({
    language: id,
    files: [
      { path: manifest.source, content, encoding: 'base64' },
      ...Object.entries(files).map(([name, text]) => ({ path: name, content: text })),
    ],
    args,
    env,
    limits,
    compileLimits,
    terminal,
  });
  return { ...circumstances, name: stem.slice(stem.lastIndexOf('/') + 1), request };
}

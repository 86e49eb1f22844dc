import { z } from 'zod';
import { EnvName, FilePath } from '#protocol/program.ts';
import { DiagnosticRule } from './diagnostic-rule.ts';

const Id = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'must be lower case letters, digits and -');
const Name = z.string().regex(/^[a-z0-9+#.*_-]{1,32}$/, 'must be lower case, without spaces');
const Argv = z.array(z.string().min(1)).min(1);
const Extension = z.string().regex(/^\.[A-Za-z0-9+]+$/, 'must be a dot and letters or digits');
const Pattern = z.string().refine(isPattern, 'must be a regular expression with one group');

/** Figures by which a language departs from the operator's defaults; bytes and milliseconds. */
const StepLimits = z
  .strictObject({
    wallMs: z.number().int().positive(),
    cpuMs: z.number().int().positive(),
    memoryBytes: z.number().int().positive(),
    processes: z.number().int().positive(),
  })
  .partial();

const OwnImage = z.strictObject({
  npm: z
    .record(z.string(), z.string())
    .default({})
    .describe(
      'Packages, name to exact version, that npm fetches and puts beside the Dockerfile as <name>.tgz (with - for /); {arch} in a name is x64 or arm64.',
    ),
});
const ImageOfAnother = z.strictObject({ of: Id.describe('The language whose image is used.') });

const EnvPattern = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}\*?$/, 'must be the name of a variable, or its beginning and *');

const Boot = z.strictObject({
  forkServer: z
    .boolean()
    .default(false)
    .describe(
      'The hook can also serve forks of itself: in a sandbox that is used again they take the place of further starts.',
    ),
  memoryBytes: z
    .number()
    .int()
    .positive()
    .optional()
    .describe('About what a process holds that waits, where that is more than 16 MiB.'),
  plainFor: z
    .array(EnvPattern)
    .default([])
    .describe(
      'Variables that the runtime reads before its hook waits: a request that sets one of them to another value is started plainly. A * at the end stands for any end.',
    ),
});

const Version = z.strictObject({
  command: Argv.describe('Prints the version; run once, when the image is built.'),
  pattern: Pattern.describe('A regular expression whose first group is the version in what was printed.'),
  prefix: z
    .string()
    .default('')
    .describe('Put before the version where the number alone says too little: "GCC ".'),
});

/** What is asked of every language; `languages/README.md` says what each program does. */
export const matrixChecks = [
  'echo',
  'arguments',
  'files',
  'exit',
  'uncaught',
  'mistake',
  'column',
  'unicode',
  'output',
  'loop',
  'memory',
  'stream',
  'network',
] as const;
export type MatrixCheck = (typeof matrixChecks)[number];

const Formatter = z.strictObject({
  name: z.string().min(1).describe('As people know it: "gofmt".'),
  command: Argv.describe(
    'Reads a source file on stdin and prints it formatted on stdout; fails when it cannot. {entry} is the name of the file.',
  ),
});

const Library = z.strictObject({
  name: z.string().min(1).describe('As people know it: "NumPy".'),
  use: z.string().min(1).describe('How a program takes it in: "import numpy as np".'),
});

/**
 * A language: everything that is known about it, in `languages/<id>/manifest.json`. Beside it stand `template` and
 * `hello` with the extension of `source`. In `compile` and `run`, `{entry}` is the file that is run, `{sources}` all
 * files of the language's extensions, `{args}` the request's arguments.
 */
export const Manifest = z
  .strictObject({
    $schema: z.string().optional(),
    id: Id.describe("The folder's name."),
    name: z.string().min(1).describe('As people write it: "C++".'),
    aliases: z.array(Name).default([]).describe('Other names that requests may use, in lower case.'),
    extensions: z.array(Extension).min(1),
    grammar: z
      .string()
      .min(1)
      .describe("The editor's grammar: Monaco's id, or shiki's where Monaco has none."),
    kind: z.enum(['interpreted', 'compiled']),
    core: z
      .number()
      .int()
      .positive()
      .optional()
      .describe(
        'Core languages are built and listed first, in the order of this number; all others follow by name.',
      ),
    image: z.union([OwnImage, ImageOfAnother], { error: 'must be {}, {"npm": {…}} or {"of": "language"}' }),
    version: Version,
    source: FilePath.describe('The name that code is given in the work folder.'),
    compile: Argv.optional(),
    run: Argv,
    env: z
      .record(EnvName, z.string())
      .default({})
      .describe('Set when the program runs, not when it is compiled.'),
    boot: Boot.optional().describe(
      "There when the image's hook lets the runtime, or the compiler where there is one, be started before the request comes, and wait.",
    ),
    limits: z
      .strictObject({ compile: StepLimits.default({}), run: StepLimits.default({}) })
      .default({ compile: {}, run: {} }),
    diagnostics: z
      .array(DiagnosticRule)
      .default([])
      .describe('How messages of the compiler and the runtime that name a place in the code are recognised.'),
    formatter: Formatter.optional(),
    libraries: z
      .array(Library)
      .default([])
      .describe('What the image holds beyond the standard library, for people to know.'),
    without: z
      .partialRecord(z.enum(matrixChecks), z.string().min(1))
      .default({})
      .describe(
        "Checks of the matrix that do not fit the language, each with the reason, for the table's reader.",
      ),
    warm: z.number().int().min(0).default(1).describe('Warm sandboxes kept ready.'),
  })
  .refine((manifest) => manifest.extensions.some((extension) => manifest.source.endsWith(extension)), {
    path: ['source'],
    message: "must end with one of the language's extensions",
  })
  .refine((manifest) => manifest.kind === 'interpreted' || manifest.compile !== undefined, {
    path: ['compile'],
    message: 'must be there for a compiled language',
  });
export type Manifest = z.infer<typeof Manifest>;

/** The manifest's JSON schema, by which editors complete and check a manifest as it is written. */
export function manifestSchema(): object {
  return z.toJSONSchema(Manifest, { io: 'input' });
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(`${text}|`).exec('')?.length === 2;
  } catch {
    return false;
  }
}

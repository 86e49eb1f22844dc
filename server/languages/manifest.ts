import { z } from 'zod';

const Id = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, 'must be lower case letters, digits and -');
const Argv = z.array(z.string().min(1)).min(1);

/** Factors and figures by which a language departs from the operator's defaults; bytes and milliseconds. */
const StepLimits = z
  .strictObject({
    wallMs: z.number().int().positive(),
    cpuMs: z.number().int().positive(),
    memoryBytes: z.number().int().positive(),
    processes: z.number().int().positive(),
  })
  .partial();

/**
 * A language: everything that is known about it, in `languages/<id>/manifest.json`. In `compile` and `run`,
 * `{entry}` is the file that is run, `{sources}` all files of the language's extensions, `{args}` the request's arguments.
 */
export const Manifest = z.strictObject({
  $schema: z.string().optional(),
  id: Id,
  name: z.string().min(1),
  aliases: z.array(z.string()).default([]),
  extensions: z.array(z.string().regex(/^\.[a-z0-9+]+$/i)).min(1),
  grammar: z.string().min(1),
  kind: z.enum(['interpreted', 'compiled']),
  /** Core languages are built before the doors open; the others behind them. */
  core: z.boolean().default(false),
  image: z.union([
    /** The folder's own `Dockerfile`, which begins `ARG BASE` / `FROM ${BASE}`. */
    z.strictObject({
      /** Packages fetched with npm and put beside the Dockerfile as `<name>.tgz`; `{arch}` is `x64` or `arm64`. */
      npm: z.record(z.string(), z.string()).default({}),
    }),
    /** The image of another language. */
    z.strictObject({ of: Id }),
  ]),
  version: z.strictObject({ command: Argv, pattern: z.string() }),
  source: z.string().min(1),
  compile: Argv.optional(),
  run: Argv,
  env: z.record(z.string(), z.string()).default({}),
  limits: z.strictObject({ compile: StepLimits.default({}), run: StepLimits.default({}) }).default({ compile: {}, run: {} }),
  /** Warm sandboxes kept ready. */
  warm: z.number().int().min(0).default(1),
});
export type Manifest = z.infer<typeof Manifest>;

import { z } from 'zod';
import { LimitRanges } from './limits.ts';

/**
 * Where a language's image stands. Only a `ready` one runs; `building` says how far it is, `failed` says why; an `absent`
 * one is known, and has to be added by the operator before it can be built.
 */
export const LanguageState = z.discriminatedUnion('status', [
  z.object({ status: z.literal('waiting') }),
  z.object({
    status: z.literal('building'),
    step: z.number().int(),
    steps: z.number().int(),
    detail: z.string(),
  }),
  z.object({ status: z.literal('ready') }),
  z.object({ status: z.literal('failed'), reason: z.string() }),
  z.object({ status: z.literal('absent') }),
]);
export type LanguageState = z.infer<typeof LanguageState>;

/** A language as clients see it: everything a picker, an editor and an API caller need. */
export const LanguageInfo = z.object({
  id: z.string(),
  name: z.string(),
  version: z.string(),
  aliases: z.array(z.string()),
  extensions: z.array(z.string()),
  /** The editor's grammar id (Monaco's, or shiki's where Monaco has none). */
  grammar: z.string(),
  kind: z.enum(['interpreted', 'compiled']),
  /** The name that `code` is given inside the work folder. */
  source: z.string(),
  template: z.string(),
  /** The commands a run performs, as a person would type them. */
  commands: z.object({ compile: z.string().optional(), run: z.string() }),
  limits: z.object({ compile: LimitRanges.optional(), run: LimitRanges }),
  /** What lays its code out, by name; null where nothing does. */
  formatter: z.string().nullable(),
  /** What programs may use beyond the standard library: its name, and how a program takes it in. */
  libraries: z.array(z.object({ name: z.string(), use: z.string() })),
  state: LanguageState,
});
export type LanguageInfo = z.infer<typeof LanguageInfo>;

export const LanguagesAnswer = z.object({ languages: z.array(LanguageInfo) });
export type LanguagesAnswer = z.infer<typeof LanguagesAnswer>;

import { z } from 'zod';
import { Code, FilePath } from './program.ts';

/** The body of `POST /format`. `file` is the name that the formatter is told; unsaid, the language's usual one. */
export const FormatRequest = z.object({
  language: z.string().min(1).max(64),
  code: Code,
  file: FilePath.optional(),
});
export type FormatRequest = z.infer<typeof FormatRequest>;

/** Code that cannot be formatted, because something is wrong in it, is an answer like any other. */
export const FormatAnswer = z.object({
  success: z.boolean(),
  /** As people know it: "gofmt". */
  formatter: z.string(),
  /** Null when it could not be formatted. */
  formatted: z.string().nullable(),
  /** Whether formatting makes a difference. */
  changed: z.boolean(),
  /** What the formatter said where it failed; else empty. */
  message: z.string(),
});
export type FormatAnswer = z.infer<typeof FormatAnswer>;

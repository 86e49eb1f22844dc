import { z } from 'zod';
import { longestPath, pathPattern, staysInside } from './file-path.ts';
import { utf8Bytes } from './utf8-bytes.ts';

export const maxSourceBytes = 1024 * 1024;
export const maxFiles = 64;
export const maxStdinBytes = 1024 * 1024;

/** The UTF-8 bytes of all strings in it: how much a person wrote, however it is escaped on its way. */
export function weigh(value: unknown): number {
  if (typeof value === 'string') return utf8Bytes(value);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum, inner) => sum + weigh(inner), 0);
}

/** A refinement's refusal that every door says as `too_large`. */
export const tooLarge = (what: string, bytes: number) => ({
  message: `${what} is larger than ${bytes} bytes`,
  params: { tooLarge: true },
});

/** A file's place inside the work folder: relative, forward slashes, no control characters, at most 200 characters. */
export const FilePath = z
  .string()
  .min(1)
  .max(longestPath)
  .regex(pathPattern, 'must not hold control characters or backslashes')
  .refine(staysInside, 'must be relative and stay inside the work folder');

/** In either alphabet, in lines or in one, and padded or not: tools write it in all of these ways. */
function isBase64(text: string): boolean {
  const whole = text.replaceAll(/\s/g, '');
  const digits = whole.replace(/={1,2}$/, '');
  const isPadded = digits.length < whole.length;
  return /^[\w+/-]*$/.test(digits) && digits.length % 4 !== 1 && (!isPadded || whole.length % 4 === 0);
}

export const SourceFile = z
  .object({
    path: FilePath,
    content: z.string(),
    encoding: z.enum(['utf8', 'base64']).default('utf8'),
  })
  .superRefine(({ path, content, encoding }, context) => {
    if (encoding === 'utf8' || isBase64(content)) return;
    context.addIssue({
      code: 'custom',
      path: ['content'],
      message: `${path} is said to be base64, and is not`,
    });
  });
export type SourceFile = z.infer<typeof SourceFile>;

export const EnvName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/, 'must be a name of letters, digits and _');
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL cannot be passed to a program
const withoutNul = z.string().regex(/^[^\u0000]*$/, 'must not hold NUL');

export const Code = z
  .string()
  .refine((code) => utf8Bytes(code) <= maxSourceBytes, tooLarge('code', maxSourceBytes));
export const Stdin = z
  .string()
  .refine((text) => utf8Bytes(text) <= maxStdinBytes, tooLarge('stdin', maxStdinBytes));
export const Args = z.array(withoutNul.max(4096)).max(64);
export const Env = z
  .record(EnvName, withoutNul.max(4096))
  .refine((env) => Object.keys(env).length <= 64, 'must have at most 64 names');
export const SourceFiles = z
  .array(SourceFile)
  .max(maxFiles)
  .refine(
    (files) => files.reduce((sum, file) => sum + utf8Bytes(file.content), 0) <= maxSourceBytes,
    tooLarge('files together', maxSourceBytes),
  )
  .refine(
    (files) => new Set(files.map((file) => file.path)).size === files.length,
    'must not name a file twice',
  );

import { z } from 'zod';
import { tooLarge } from './program.ts';
import { utf8Bytes } from './utf8-bytes.ts';

/** What the statement of one drill may weigh: some fifteen printed pages. */
export const maxStatementBytes = 32 * 1024;

/** What a drill asks for, in Markdown. Without the control characters that no text needs. */
export const Statement = z
  .string()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, 'must not hold control characters')
  .refine((text) => utf8Bytes(text) <= maxStatementBytes, tooLarge('statement', maxStatementBytes));

import { RE2JS } from 're2js';
import { z } from 'zod';
import { Diagnostic, OutputStream, Phase } from '#protocol/run-event.ts';

const groupNames = ['file', 'line', 'column', 'caret', 'severity', 'message'];
const Pattern = z
  .string()
  .min(1)
  .refine(
    isPattern,
    `must be a regular expression in RE2's syntax, whose groups are ${groupNames.join(', ')}`,
  );

const Frame = z.strictObject({
  pattern: Pattern.describe('A line of the stack. Names file and line.'),
  use: z.enum(['first', 'last']).describe("Which of those in the run's own files is the place."),
});

/** How what a compiler or a runtime prints is read: one line, or several lines that come one after the other. */
export const DiagnosticRule = z
  .strictObject({
    phase: Phase,
    stream: OutputStream,
    severity: Diagnostic.shape.severity
      .default('error')
      .describe('When no line names a severity with error, warning or note in it.'),
    lines: z
      .array(Pattern)
      .min(1)
      .describe(
        'Each describes a whole line, and is looked for after the one before it; the last one ends the message. Named groups: file, line, column, severity, message, and caret, whose length is how far a caret is indented.',
      ),
    frame: Frame.optional().describe("Gives the place when no line names one of the run's own files."),
  })
  .refine(namesMessage, { path: ['lines'], message: 'must name a message' })
  .refine(namesPlace, { path: ['lines'], message: 'must name file and line, unless frame does' });
export type DiagnosticRule = z.infer<typeof DiagnosticRule>;

function isPattern(text: string): boolean {
  return groupsOf(text)?.every((name) => groupNames.includes(name)) ?? false;
}

function namesMessage({ lines }: { readonly lines: readonly string[] }): boolean {
  return lines.some((line) => groupsOf(line)?.includes('message'));
}

function namesPlace({
  lines,
  frame,
}: {
  readonly lines: readonly string[];
  readonly frame?: unknown;
}): boolean {
  const stack = Frame.safeParse(frame);
  const places = stack.success ? [...lines, stack.data.pattern] : lines;
  return places.map(groupsOf).some((groups) => groups?.includes('file') && groups.includes('line'));
}

/** Undefined when it is no pattern. */
function groupsOf(pattern: string): string[] | undefined {
  try {
    return Object.keys(RE2JS.compile(pattern).namedGroups());
  } catch {
    return undefined;
  }
}

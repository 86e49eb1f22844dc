/** A fenced block of code: what it says its language is, and the code. */
export interface CodeBlock {
  readonly language: string;
  readonly code: string;
}

/** Text of more than this is no block that somebody copied. */
const mostCharacters = 1024 * 1024;

/** The blocks of code that a Markdown text holds, in their order; one that is not closed goes to the end. */
export function codeBlocksIn(text: string): readonly CodeBlock[] {
  if (text.length > mostCharacters) return [];
  const blocks: CodeBlock[] = [];
  let open: { readonly fence: string; readonly language: string; readonly lines: string[] } | undefined;
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    if (open && closes(line, open.fence)) {
      blocks.push(blockOf(open));
      open = undefined;
    } else if (open) open.lines.push(line);
    else open = opened(line);
  }
  return open ? [...blocks, blockOf(open)] : blocks;
}

function opened(line: string) {
  const [, fence, info] = /^ {0,3}(`{3,}|~{3,})[ \t]*([^`]*)$/.exec(line) ?? [];
  if (fence === undefined) return undefined;
  // ```python title="x", ```{.python}, ```lang=python
  const language = /[^\s{},=."':]+/.exec(info?.replace(/^lang=/, '') ?? '')?.[0] ?? '';
  return { fence, language, lines: [] };
}

/** At least as long as the fence that opened it, and of the same signs. */
function closes(line: string, fence: string): boolean {
  const trimmed = line.trim();
  return trimmed.length >= fence.length && trimmed === (fence[0] ?? '').repeat(trimmed.length);
}

function blockOf({
  language,
  lines,
}: {
  readonly language: string;
  readonly lines: readonly string[];
}): CodeBlock {
  return { language, code: lines.length === 0 ? '' : `${lines.join('\n')}\n` };
}

import type { Span } from './ansi.ts';
import type { Line } from './output-log.ts';

export interface Segment {
  readonly key: number;
  readonly stream: Line['stream'];
  /** When its first line came, in milliseconds since the run started. */
  readonly at: number;
  readonly spans: Span[];
}

/** Neighbouring lines of one stream as one element, and their plain text as one text node; or each line by itself. */
export function segmentsOf(lines: readonly Line[], { isEachAlone = false } = {}): Segment[] {
  const segments: Segment[] = [];
  for (const [index, line] of lines.entries()) {
    let segment = segments.at(-1);
    const isNewLine = isEachAlone && lines[index - 1]?.goesOn === false;
    if (segment?.stream !== line.stream || isNewLine) {
      segment = { key: index, stream: line.stream, at: line.at, spans: [] };
      segments.push(segment);
    }
    for (const span of line.spans ?? [{ text: line.text, ink: null }]) push(segment.spans, span);
    if (!line.goesOn) push(segment.spans, { text: '\n', ink: null });
  }
  return segments;
}

function push(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last && !last.ink && !span.ink) spans[spans.length - 1] = { text: last.text + span.text, ink: null };
  else spans.push(span);
}

import type { Span } from './ansi.ts';
import type { Line } from './output-log.ts';

export interface Segment {
  readonly key: number;
  readonly stream: Line['stream'];
  readonly spans: Span[];
}

/** Neighbouring lines of one stream as one element, and their plain text as one text node. */
export function segmentsOf(lines: readonly Line[]): Segment[] {
  const segments: Segment[] = [];
  for (const [index, line] of lines.entries()) {
    let segment = segments.at(-1);
    if (segment?.stream !== line.stream) {
      segment = { key: index, stream: line.stream, spans: [] };
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

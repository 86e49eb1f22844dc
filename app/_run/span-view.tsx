import type { ReactNode } from 'react';
import type { Ink, Span } from './ansi.ts';
import type { PlaceLinks } from './mentioned-places.ts';
import styles from './output-view.module.css';

interface SpanViewProps {
  readonly span: Span;
  readonly places: PlaceLinks | undefined;
}

/** A piece of text in its colours; places in the code that it names are buttons that lead there. */
export function SpanView({ span, places }: SpanViewProps) {
  const text = places ? linked(span.text, places) : span.text;
  if (!span.ink) return text;
  return (
    <span className={span.ink.looks.map((look) => styles[look]).join(' ')} style={styleOf(span.ink)}>
      {text}
    </span>
  );
}

function styleOf({ color, background, looks }: Ink) {
  if (!looks.includes('reverse')) return { color, background };
  return { color: background ?? 'var(--bg)', background: color ?? 'var(--text)' };
}

function linked(text: string, { find, open }: PlaceLinks): ReactNode {
  const places = find(text);
  if (places.length === 0) return text;
  let at = 0;
  const parts = places.flatMap((place) => {
    const before = text.slice(at, place.from);
    at = place.to;
    return [
      before,
      <button key={place.from} type="button" className={styles['place']} onClick={() => open(place)}>
        {text.slice(place.from, place.to)}
      </button>,
    ];
  });
  return [...parts, text.slice(at)];
}

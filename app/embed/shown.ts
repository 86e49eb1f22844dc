import type { RunEvent } from '#protocol/run-event.ts';
import { type Ink, legible, readInk } from '../_run/ansi.ts';
import { figuresOf, type Tone, wordsForEnd } from '../_run/run-words.ts';

/** A piece of text: itself, its colour, its ground, its looks. Short, as it is sent once a piece. */
export type Piece = readonly [text: string, colour?: string, ground?: string, looks?: string];

/** What an embed is told of a run, a line each. */
export type Shown =
  | { readonly kind: 'state'; readonly words: string }
  | { readonly kind: 'output'; readonly stream: 'stdout' | 'stderr'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'end'; readonly tone: Tone; readonly words: string; readonly figures: string };

const mostCharacters = 256 * 1024;
// Up to where it breaks off, an escape sequence may go on in the next piece.
const esc = '\u001b';
const brokenOff = new RegExp(`${esc}(?:\\[[0-9;?<=>!]{0,64}[ -/]{0,8}|\\][^${esc}\\u0007]{0,256}|[()])?$`);

/** Reads a run's events into what is shown of it: words and coloured text, decided here so that the page need not. */
export class RunReader {
  private readonly carries = { stdout: '', stderr: '' };
  private readonly rests = { stdout: '', stderr: '' };
  private characters = 0;

  constructor(private readonly most = mostCharacters) {}

  read(event: RunEvent): Shown[] {
    switch (event.type) {
      case 'queued':
        return [{ kind: 'state', words: 'Waiting for its turn' }];
      case 'phase':
        return [{ kind: 'state', words: event.phase === 'compile' ? 'Compiling' : 'Running' }];
      case 'output':
        return this.output(event.stream, event.data);
      case 'finished': {
        const { tone, mark, title } = wordsForEnd(event);
        return [{ kind: 'end', tone, words: `${mark} ${title}`, figures: figuresOf(event) }];
      }
      default:
        return [];
    }
  }

  private output(stream: 'stdout' | 'stderr', data: string): Shown[] {
    if (this.characters > this.most) return [];
    this.characters += data.length;
    if (this.characters > this.most) {
      const words = '\n… The rest is not shown here.\n';
      return [{ kind: 'output', stream, pieces: [[words]] }];
    }
    const raw = this.rests[stream] + data;
    this.rests[stream] = brokenOff.exec(raw)?.[0] ?? '';
    const whole = raw.slice(0, raw.length - this.rests[stream].length);
    const { spans, carry } = readInk(legible(whole), this.carries[stream]);
    this.carries[stream] = carry;
    const pieces = spans.map(({ text, ink }) => pieceOf(text, ink));
    return pieces.length === 0 ? [] : [{ kind: 'output', stream, pieces }];
  }
}

function pieceOf(text: string, ink: Ink | null): Piece {
  if (ink === null) return [text];
  const { color, background, looks } = ink;
  const isReversed = looks.includes('reverse');
  const colour = isReversed ? (background ?? 'var(--bg)') : color;
  const ground = isReversed ? (color ?? 'var(--text)') : background;
  return [text, colour ?? '', ground ?? '', looks.join(' ')];
}

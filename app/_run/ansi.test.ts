import { describe, expect, it } from 'vitest';
import { legible, readInk } from './ansi.ts';

const esc = '\u001b';

describe('a line with colours', () => {
  it('becomes text with the theme’s own colours', () => {
    const { spans } = readInk(`plain ${esc}[31mred${esc}[0m ${esc}[1;92mbold`, '');
    expect(spans).toEqual([
      { text: 'plain ', ink: null },
      { text: 'red', ink: { color: 'var(--term-1)', looks: [] } },
      { text: ' ', ink: null },
      { text: 'bold', ink: { color: 'var(--term-10)', looks: ['bold'] } },
    ]);
  });

  it('knows the 256 colours, true colours and backgrounds', () => {
    const { spans } = readInk(`${esc}[38;5;208ma${esc}[0;48;2;1;2;3mb${esc}[0;38;5;244mc${esc}[0;104md`, '');
    expect(spans.map((span) => span.ink)).toEqual([
      { color: 'rgb(255, 135, 0)', looks: [] },
      { background: 'rgb(1, 2, 3)', looks: [] },
      { color: 'rgb(128, 128, 128)', looks: [] },
      { background: 'var(--term-12)', looks: [] },
    ]);
  });

  it('keeps reverse a look, so that the theme decides what it reverses', () => {
    expect(readInk(`${esc}[7mx`, '').spans[0]?.ink).toEqual({ looks: ['reverse'] });
  });

  it('hands its state on to the next line, and nothing after a reset', () => {
    const { carry } = readInk(`${esc}[1;3;38;5;208;44mx`, '');
    expect(readInk('next', carry).spans).toEqual([
      {
        text: 'next',
        ink: { color: 'rgb(255, 135, 0)', background: 'var(--term-4)', looks: ['bold', 'italic'] },
      },
    ]);
    expect(readInk(`${esc}[31mx${esc}[0m`, '').carry).toBe('');
  });

  it('a state repeated a thousand times is handed on once', () => {
    expect(readInk(`${esc}[1m`.repeat(1000), '').carry.length).toBeLessThan(10);
  });

  it('drops what a log cannot show: titles, links, cursor movement, modes', () => {
    const noise = `${esc}]0;title\u0007${esc}]8;;http://x${esc}\\a${esc}[2J${esc}[?25l${esc}[10;3Hb${esc}(Bc${esc}[K`;
    expect(readInk(noise, '').spans).toEqual([{ text: 'abc', ink: null }]);
  });

  it('survives sequences that are cut off or senseless', () => {
    for (const raw of [
      esc,
      `${esc}[`,
      `${esc}[38;5m`,
      `${esc}[38;2;999;0;0mx`,
      `${esc}[;;;mx`,
      `${esc}]0;never ends`,
    ]) {
      expect(() => readInk(raw, '')).not.toThrow();
    }
  });

  it('is never HTML', () => {
    const { spans } = readInk(`${esc}[31m<img src=x onerror=alert(1)>`, '');
    expect(spans[0]?.text).toBe('<img src=x onerror=alert(1)>');
  });

  it('shows neither NUL nor bell', () => {
    expect(legible('a\u0000b\u0007c\td')).toBe('abc\td');
  });
});

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { packRecording } from '#prisma/recordings.ts';
import { createSnippet } from '#prisma/snippets.ts';
import { temporaryDatabase } from '#prisma/temporary-database.ts';
import type { RunEvent } from '#protocol/run-event.ts';
import { SnippetDraft } from '#protocol/snippet.ts';
import { columnsOf, fitted, svgText } from '../../_picture/svg-text.ts';
import { cachedWith } from '../../api/picture-door.ts';
import { GET as badge } from '../../badge.svg/route.ts';
import { GET as oembed } from '../../oembed/route.ts';
import { GET as card } from './card.png/route.ts';
import { GET as png } from './image.png/route.ts';
import { GET as svg } from './image.svg/route.ts';
import { GET as qr } from './qr.svg/route.ts';

let scratch: AsyncDisposable;
beforeAll(async () => {
  scratch = await temporaryDatabase();
  // Nothing is asked for languages here, and so nothing waits for an answer.
  vi.stubEnv('EXECUTION_URL', 'http://127.0.0.1:9');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await scratch[Symbol.asyncDispose]();
});

const attack = `</text></svg><script>alert(1)</script>"'&`;
const doors = { 'card.png': card, 'image.png': png, 'image.svg': svg, 'qr.svg': qr };
const headers = { host: 'localhost:8080' };
const route = (id: string) => ({ params: Promise.resolve({ id }) });
const ask = (door: keyof typeof doors, id: string, query = '') =>
  doors[door](new Request(`http://localhost:8080/s/${id}/${door}${query}`, { headers }), route(id));
const askOembed = (query: Record<string, string>) =>
  oembed(new Request(`http://localhost:8080/oembed?${new URLSearchParams(query)}`, { headers }));
const linkTo = (id: string) => `http://localhost:8080/s/${id}`;
const saved = async (draft: object, terms: Parameters<typeof createSnippet>[1] = {}) =>
  (await createSnippet(SnippetDraft.parse({ language: 'python', code: 'print(1)', ...draft }), terms))
    .snippet;

/** Width and height of a PNG, as its head says. */
async function sizeOf(answer: Response): Promise<[number, number]> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const events: RunEvent[] = [
  { type: 'started', language: 'python', version: '3.13.5', image: 'i', warm: true },
  { type: 'output', stream: 'stdout', data: '1\n', at: 1 },
  {
    type: 'finished',
    outcome: { kind: 'exit_nonzero', exitCode: 3 },
    phase: 'run',
    wallMs: 120,
    cpuMs: 50,
    memoryBytes: 8 << 20,
    facts: [],
  },
];

describe('pictures', () => {
  test('a card is as large as pages expect, whatever is written on it', async () => {
    const recording = await packRecording(events);
    for (const title of ['', 'Hello', attack.slice(0, 80), '標題 😀 \u202etxt', 'W'.repeat(80)]) {
      const { id } = await saved(
        { title, code: `${title}\n${'x = "é" # 漢字\n'.repeat(40)}` },
        { recording },
      );
      const answer = await ask('card.png', id);
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(await sizeOf(answer)).toEqual([1200, 630]);
    }
  });

  test('the picture of the code has two pixels for one, and the same code is drawn the same', async () => {
    const { id } = await saved({ code: 'print(1)\n' });
    const [width, height] = await sizeOf(await ask('image.png', id));
    const drawn = await (await ask('image.svg', id)).text();
    expect(drawn).toContain(`width="${width / 2}" height="${height / 2}"`);
    expect(await (await ask('image.svg', id, '?theme=dark')).text()).not.toBe(drawn);
    expect(await (await ask('image.svg', id)).text()).toBe(drawn);
  });

  test.each(['title', 'code', 'language'])('markup in the %s is text in an SVG', async (field) => {
    const { id } = await saved({ [field]: attack.slice(0, 64) });
    const answer = await ask('image.svg', id);
    const drawn = await answer.text();
    expect(drawn).not.toContain('<script');
    expect(drawn.match(/<\/svg>/g)).toHaveLength(1);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('what XML cannot say is replaced, and long code is cut off in both directions', async () => {
    const { id } = await saved({ code: `a\0b\u001b[31m\n${'x'.repeat(10_000)}\n${'y\n'.repeat(5000)}` });
    const drawn = await (await ask('image.svg', id)).text();
    for (const control of ['\0', '\u001b']) expect(drawn).not.toContain(control);
    expect(drawn).toContain('more lines');
    expect(drawn.length).toBeLessThan(40_000);
    const [width, height] = await sizeOf(await ask('image.png', id));
    expect(Math.max(width, height)).toBeLessThan(4000);
  });

  test('a QR code is of the link, and may lead to what opens once', async () => {
    const { id } = await saved({}, { expiry: 'first_view' });
    const answer = await ask('qr.svg', id);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'image/svg+xml; charset=utf-8',
    ]);
    expect(await answer.text()).toMatch(/^<svg .*<\/svg>$/s);
    expect((await ask('qr.svg', 'nothere123')).status).toBe(404);
  });
});

describe('what can be opened once', () => {
  test('is shown by no picture, is burnt by none, and its card is that of anything', async () => {
    const one = await saved({ code: 'SECRET', title: 'SECRET' }, { expiry: 'first_view' });
    const other = await saved({ code: 'x' }, { expiry: 'first_view' });
    for (const door of ['image.png', 'image.svg'] as const) {
      const answer = await ask(door, one.id);
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('can be opened once');
    }
    const cards = [await ask('card.png', one.id), await ask('card.png', other.id)];
    expect(cards.map((answer) => answer.headers.get('cache-control'))).toEqual(['no-store', 'no-store']);
    const [first, second] = await Promise.all(
      cards.map(async (answer) => Buffer.from(await answer.arrayBuffer())),
    );
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
    expect((await askOembed({ url: linkTo(one.id) })).status).toBe(403);
    // It is still there.
    expect((await ask('qr.svg', one.id)).status).toBe(200);
  });

  test('what has expired says so at every door', async () => {
    const { id } = await saved({}, { expiry: '1d', now: new Date(Date.now() - 2 * 24 * 60 * 60 * 1000) });
    for (const door of Object.keys(doors) as (keyof typeof doors)[]) {
      const answer = await ask(door, id);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([410, 'no-store']);
      expect(await answer.text()).toMatch(/^This link expired on /);
    }
  });

  test('nothing is kept anywhere past its end', () => {
    expect(cachedWith({ expiresAt: null }, 0)).toBe('public, max-age=300');
    expect(cachedWith({ expiresAt: new Date(10_500).toISOString() }, 0)).toBe('public, max-age=10');
    expect(cachedWith({ expiresAt: new Date(900).toISOString() }, 0)).toBe('no-store');
  });
});

describe('oEmbed', () => {
  test('tells a frame, a picture and their sizes, within what the asker has room for', async () => {
    const { id } = await saved({ title: 'Hello' });
    const answer = await askOembed({ url: `${linkTo(id)}@1`, maxwidth: '500', maxheight: '90' });
    expect(await answer.json()).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: 'Hello',
      width: 500,
      height: 120,
      html: expect.stringContaining(`src="http://localhost:8080/embed/${id}@1"`),
      thumbnail_url: `http://localhost:8080/s/${id}@1/card.png`,
    });
    const huge = await (await askOembed({ url: linkTo(id), maxwidth: '99999', maxheight: 'x' })).json();
    expect([huge.width, huge.height]).toEqual([720, 420]);
  });

  test('a title is text in what it hands out', async () => {
    const { id } = await saved({ title: '"><script>alert(1)</script>' });
    const { html } = await (await askOembed({ url: linkTo(id) })).json();
    expect(html).not.toContain('<script');
    expect(html).toContain('title="&quot;&gt;&lt;script&gt;');
  });

  test.each([
    '',
    'x',
    'http://evil.example/s/Ab3dEfGh9k',
    'http://localhost:8081/s/Ab3dEfGh9k',
    'http://localhost:8080@evil.example/s/Ab3dEfGh9k',
    'http://me@localhost:8080/s/Ab3dEfGh9k',
    'javascript:alert(1)//localhost:8080/s/Ab3dEfGh9k',
    'http://localhost:8080/s/Ab3dEfGh9k/../../x',
    'http://localhost:8080/api/v1/snippets',
  ])('an address that is no snippet of this server is refused: %j', async (url) => {
    const answer = await askOembed({ url });
    expect([answer.status, (await answer.json()).error.field]).toEqual([400, 'url']);
  });

  test('what is not there is a 404, and another format is not spoken', async () => {
    expect((await askOembed({ url: linkTo('nothere123') })).status).toBe(404);
    expect((await askOembed({ url: linkTo('nothere123'), format: 'xml' })).status).toBe(501);
  });
});

test('the badge is a picture that any page may show, and no browser takes for anything else', async () => {
  const answer = badge();
  expect(answer.headers.get('Content-Type')).toBe('image/svg+xml; charset=utf-8');
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(answer.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
  expect(await answer.text()).toContain('Run on Bugdrill');
});

test('text is fitted by what it takes, and what turns it around is shown as what it is', () => {
  expect(columnsOf('ab漢😀')).toBe(6);
  expect(fitted('abcdef', 4)).toBe('abc…');
  expect(fitted('漢字漢字', 5)).toBe('漢字…');
  expect(svgText('a\u202eb\ud800<\u0007')).toBe('a\ufffdb\ufffd&lt;\ufffd');
});

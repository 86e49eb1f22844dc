import { text } from 'node:stream/consumers';
import { prerender } from 'react-dom/static';
import { expect, test } from 'vitest';
import type { RunEvent } from '#protocol/run-event.ts';
import { type Snippet, SnippetDraft } from '#protocol/snippet.ts';
import { fallbackLanguages } from '../../_languages/fallback.ts';
import { SharedSnippet } from './shared-snippet.tsx';

const attack = '</script><script>alert(1)</script><img src=x onerror="alert(2)">\'"`$3&lt;';

const bare = {
  id: 'abcdefghij',
  revision: 1,
  head: 1,
  languageVersion: null,
  visibility: 'unlisted' as const,
  expiresAt: null,
  burnsAfterView: false,
  forkedFrom: null,
  recording: null,
};

async function draw(draft: object, over: Partial<Snippet> = {}, events?: RunEvent[]): Promise<string> {
  const now = new Date(0).toISOString();
  const saved = SnippetDraft.parse({ title: 'Hello', language: 'python', code: 'print(1)', ...draft });
  const snippet: Snippet = { ...saved, ...bare, createdAt: now, updatedAt: now, ...over };
  const { prelude } = await prerender(
    <SharedSnippet
      snippet={snippet}
      events={events ?? null}
      languages={fallbackLanguages}
      executionUrl={null}
    />,
  );
  return await text(prelude);
}

test('a page without scripts shows title, language, code, and the ways on', async () => {
  const html = await draw({});
  expect(html).toMatch(/<h1[^>]*>Hello<\/h1>/);
  expect(html).toContain('Python');
  expect(html.replace(/<[^>]*>/g, '')).toContain('print(1)');
  expect(html).toContain('href="/s/abcdefghij/raw"');
  expect(html).toContain('href="/?s=abcdefghij"');
});

test.each(['title', 'code', 'language', 'stdin'])('markup in the %s is text', async (field) => {
  const html = await draw({ [field]: field === 'language' ? attack.slice(0, 64) : attack });
  expect(html).not.toContain('<script>alert');
  expect(html).not.toContain('<img');
});

test('a drill is said to be one, with the way to where it is solved', async () => {
  const hidden = { name: 'h', hidden: true, redacted: true } as const;
  expect(await draw({}, { tests: [hidden] })).toContain('href="/drill/abcdefghij"');
  expect(await draw({ tests: [{ expected: '1' }] })).not.toContain('/drill/');
  expect(await draw({}, { tests: [hidden], burnsAfterView: true })).not.toContain('/drill/');
});

test('markup in files and arguments is text', async () => {
  const html = await draw({
    files: [{ path: 'a<img src=x>.py', content: attack }],
    args: [attack],
    entry: '<img src=x>.py',
  });
  expect(html).not.toContain('<script>alert');
  expect(html).not.toContain('<img');
});

test('code that breaks highlighters is shown all the same', async () => {
  const nul = await draw({ code: 'a\0b\r\n"""\u2028' });
  expect(nul).toContain('class="line"');
  const long = await draw({ code: `${'x = 1\n'.repeat(50_000)}# the end` });
  expect(long).toContain('# the end');
  const wide = await draw({ code: `"${'("'.repeat(100_000)}` });
  expect(wide.replace(/<[^>]*>/g, '').match(/\(/g)?.length).toBeGreaterThanOrEqual(100_000);
});

test('a language this server does not have is named, and its code is still there', async () => {
  const html = await draw({ language: 'cobol-74', code: 'STOP RUN.' });
  expect(html).toContain('STOP RUN.');
  expect(html).toContain('cobol-74');
  expect(html).not.toContain('title="Run');
});

const recording = { outcome: 'exit_nonzero', recordedAt: new Date(0).toISOString() };
const ended: RunEvent = {
  type: 'finished',
  outcome: { kind: 'exit_nonzero', exitCode: 3 },
  phase: 'run',
  wallMs: 120,
  cpuMs: 50,
  memoryBytes: 8 << 20,
  facts: [],
};
const printed = (data: string, stream: 'stdout' | 'stderr' = 'stdout'): RunEvent => ({
  type: 'output',
  stream,
  data,
  at: 1,
});

test('a run that was shared is told with its end and its output, without scripts', async () => {
  const html = await draw({}, { recording }, [printed('Hello\n'), printed('oh no\n', 'stderr'), ended]);
  expect(html).toContain('Exit 3');
  expect(html).toContain('0.12 s');
  expect(html).toMatch(/data-stream="stderr">oh no/);
});

test('what a program prints is text, whatever escape sequences it uses', async () => {
  const osc = '\u001b]8;;javascript:alert(1)\u0007link\u001b]8;;\u0007';
  const html = await draw({}, { recording }, [printed(`${attack}\u001b[31m${attack}\u001b[0m${osc}`), ended]);
  expect(html).not.toContain('<script>alert');
  expect(html).not.toContain('<img');
  expect(html).not.toContain('href="javascript:');
  expect(html).toContain('var(--term-1)');
});

test('of a long output the end is shown, and how much is not', async () => {
  const html = await draw({}, { recording }, [printed('a line\n'.repeat(50_000)), printed('the end'), ended]);
  expect(html).toContain('the end');
  expect(html).toMatch(/The first (<!-- -->)?\d+(<!-- -->)? lines are not shown here/);
  expect(html.length).toBeLessThan(200_000);
});

test('lineage, end and revision are told, each with the link that leads there', async () => {
  const html = await draw(
    {},
    {
      revision: 2,
      head: 5,
      forkedFrom: { id: 'klmnopqrst', revision: 3 },
      expiresAt: '2026-05-03T10:00:00.000Z',
    },
  );
  expect(html).toContain('href="/s/klmnopqrst@3"');
  expect(html).toContain('3 May 2026');
  expect(html).toContain('href="/s/abcdefghij/report"');
});

test('what could be opened once offers no way to open it again', async () => {
  const html = await draw({}, { burnsAfterView: true });
  expect(html).not.toContain('href="/?s=');
  expect(html).not.toContain('/raw');
  expect(html).toContain('deleted');
});

test('a recording is offered to be played, unless it went with the opening', async () => {
  expect(await draw({}, { recording }, [printed('a\n'), ended])).toContain('>Replay</button>');
  const burnt = await draw({}, { recording, burnsAfterView: true }, [printed('a\n'), ended]);
  expect(burnt).toContain('Exit 3');
  expect(burnt).not.toContain('Replay');
});

import { text } from 'node:stream/consumers';
import { prerender } from 'react-dom/static';
import { expect, test } from 'vitest';
import { SnippetDraft } from '#protocol/snippet.ts';
import { fallbackLanguages } from '../../_languages/fallback.ts';
import { SharedSnippet } from './shared-snippet.tsx';

const attack = '</script><script>alert(1)</script><img src=x onerror="alert(2)">\'"`$3&lt;';

async function draw(draft: object): Promise<string> {
  const now = new Date(0).toISOString();
  const saved = SnippetDraft.parse({ title: 'Hello', language: 'python', code: 'print(1)', ...draft });
  const snippet = { ...saved, id: 'abcdefghij', createdAt: now, updatedAt: now };
  const { prelude } = await prerender(
    <SharedSnippet snippet={snippet} languages={fallbackLanguages} executionUrl={null} />,
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

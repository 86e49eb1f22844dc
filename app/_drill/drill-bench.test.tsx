import { text } from 'node:stream/consumers';
import { prerender } from 'react-dom/static';
import { expect, test } from 'vitest';
import type { LanguageInfo } from '#protocol/language.ts';
import { type Snippet, SnippetDraft } from '#protocol/snippet.ts';
import { CodeBlock } from '../_code/code-block.tsx';
import { fallbackLanguages } from '../_languages/fallback.ts';
import { DrillBench } from './drill-bench.tsx';
import { ExampleTests } from './example-tests.tsx';
import { StatementView } from './statement-view.tsx';

const attack = '</script><script>alert(1)</script><img src=x onerror="alert(2)">\'"`$3&lt;';
const now = new Date(0).toISOString();

async function draw(draft: object): Promise<string> {
  const saved = SnippetDraft.parse({ language: 'python', code: 'print(1)', ...draft });
  const bare = { id: 'abcdefghij', revision: 1, head: 1, languageVersion: null, recording: null };
  const terms = { visibility: 'unlisted', expiresAt: null, burnsAfterView: false, forkedFrom: null } as const;
  const tests = [{ name: 'secret', hidden: true, redacted: true } as const, ...saved.tests];
  const drill: Snippet = { ...saved, ...bare, ...terms, tests, createdAt: now, updatedAt: now };
  const { prelude } = await prerender(
    <DrillBench
      drill={drill}
      languages={fallbackLanguages}
      language={fallbackLanguages[0] as LanguageInfo}
      executionUrl={null}
      task={
        <>
          <StatementView statement={drill.statement} />
          <ExampleTests tests={drill.tests} />
        </>
      }
      drawn={<CodeBlock code={drill.code} grammar="python" label="Code" />}
    />,
  );
  return await text(prelude);
}

test('a page without scripts shows statement, starter code and visible tests, and says what is hidden', async () => {
  const html = await draw({
    title: 'Sum',
    statement: 'Add **both**.',
    tests: [{ name: 'small', stdin: '1 2', args: ['-v'], expected: '3' }],
  });
  expect(html).toMatch(/<h1[^>]*>Sum<\/h1>/);
  expect(html).toContain('<strong>both</strong>');
  expect(html.replace(/<[^>]*>/g, '')).toContain('print(1)');
  expect(html).toContain('Test 2: small');
  for (const part of ['1 2', '-v', '3']) expect(html).toMatch(new RegExp(`<pre[^>]*>${part}</pre>`));
  expect(html).toContain('One more test is hidden.');
});

test('markup of its author’s is text wherever it stands', async () => {
  const test = { name: attack, stdin: attack, args: [attack], expected: attack };
  const files = [{ path: 'a<img src=x>.py', content: attack }];
  const html = await draw({
    title: attack.slice(0, 80),
    statement: attack,
    code: attack,
    tests: [test],
    files,
  });
  expect(html).not.toContain('<script>alert');
  expect(html).not.toContain('<img');
});

test('what is very long is shown as far as it is read', async () => {
  const html = await draw({ tests: [{ stdin: 'x'.repeat(1024 * 1024), expected: '' }] });
  expect(html.length).toBeLessThan(100_000);
  expect(html).toContain('more characters.');
});

import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** The scripts that a page names in its HTML and every browser of today loads, and what they weigh packed, in kB. */
async function firstScripts(page: Page, path: string): Promise<{ texts: string[]; kilobytes: number }> {
  const html = await (await page.request.get(path)).text();
  const tags = [...html.matchAll(/<script\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/nomodule/i.test(tag));
  const sources = new Set(tags.flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? []));
  const texts = await Promise.all([...sources].map(async (src) => (await page.request.get(src)).text()));
  const bytes = texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
  return { texts, kilobytes: bytes / 1000 };
}

const ownKilobytes = 60;
const isOfMonaco = (text: string) => text.includes('createModel') && text.includes('ICodeEditor');

test('the editor page adds little JavaScript to the framework’s own, and none of the editor', async ({
  page,
}) => {
  const whole = await firstScripts(page, '/?lang=python');
  // A page without a component of ours has what the framework brings along, and nothing else.
  const framework = await firstScripts(page, '/no-such-page');
  expect(whole.kilobytes - framework.kilobytes).toBeLessThan(ownKilobytes);
  expect(whole.texts.filter(isOfMonaco)).toEqual([]);
});

test('a shared link adds even less', async ({ page }) => {
  const created = await page.request.post('/api/v1/snippets', {
    data: { language: 'python', code: 'print(1)' },
  });
  const { id } = await created.json();
  const whole = await firstScripts(page, `/s/${id}`);
  const framework = await firstScripts(page, '/no-such-page');
  expect(whole.kilobytes - framework.kilobytes).toBeLessThan(ownKilobytes / 2);
  expect(whole.texts.filter(isOfMonaco)).toEqual([]);
});

test('the TypeScript worker is not asked for while the language is Python', async ({ editor, page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await editor.open();
  await editor.write('print(1)');
  expect(asked.filter((url) => /ts[._-]?worker/i.test(url))).toEqual([]);
});

test('an embed is light before anything runs, and asks for nothing else', async ({ page }) => {
  const created = await page.request.post('/api/v1/snippets', {
    data: { language: 'python', code: 'print(1)\n'.repeat(20) },
  });
  const { id } = await created.json();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const answer = await page.goto(`/embed/${id}`);
  await expect(page.getByRole('button', { name: 'Run' })).toBeVisible();
  expect(asked).toHaveLength(1);
  expect(gzipSync((await answer?.body()) ?? '', { level: 9 }).length / 1000).toBeLessThan(30);
});

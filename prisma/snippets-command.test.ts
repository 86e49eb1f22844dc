import { afterAll, beforeAll, expect, test } from 'vitest';
import { SnippetDraft } from '#protocol/snippet.ts';
import { database } from './client.ts';
import { countReport } from './operator.ts';
import { createSnippet, openSnippet } from './snippets.ts';
import { operateSnippets } from './snippets-command.ts';
import { temporaryDatabase } from './temporary-database.ts';

let scratch: AsyncDisposable;
beforeAll(async () => {
  scratch = await temporaryDatabase();
});
afterAll(() => scratch[Symbol.asyncDispose]());

const run = (...args: string[]) => operateSnippets(args);
const saved = async (title: string) =>
  (await createSnippet(SnippetDraft.parse({ title, language: 'python', code: 'CODE' }))).snippet.id;

test('lists the latest, and those that were reported first by how often', async () => {
  expect(await run('list')).toBe('There are no snippets.');
  expect(await run('list', '--reported')).toBe('Nothing was reported.');
  const [quiet, once, twice] = [await saved('quiet'), await saved('once'), await saved('twice')];
  for (const id of [once, twice, twice]) expect(await countReport(id)).toBe(true);
  const ids = async (...args: string[]) =>
    (await run('list', ...args)).split('\n').map((line) => line.slice(0, 10));
  expect((await ids()).sort()).toEqual([quiet, once, twice].sort());
  expect(await ids('--reported')).toEqual([twice, once]);
  expect(await ids('--reported', '--most', '1')).toEqual([twice]);
  expect(await run('list')).not.toContain('CODE');
});

test('hides, shows again and deletes for good', async () => {
  const id = await saved('x');
  expect(await run('hide', id)).toContain('hidden');
  await expect(openSnippet({ id })).rejects.toMatchObject({ problem: { code: 'gone' } });
  await run('show', id);
  expect((await openSnippet({ id })).snippet.title).toBe('x');
  await run('delete', id);
  await expect(openSnippet({ id })).rejects.toMatchObject({ problem: { code: 'not_found' } });
  expect(await database().revision.count({ where: { snippetId: id } })).toBe(0);
});

test('says what is not there, and what it can do when it does not understand', async () => {
  for (const action of ['hide', 'show', 'delete'])
    await expect(run(action, 'nothere123')).rejects.toThrow('There is no snippet nothere123.');
  for (const args of [
    [],
    ['hide'],
    ['list', 'x'],
    ['hide', 'a', 'b'],
    ['constructor', 'x'],
    ['toString', 'x'],
  ])
    await expect(run(...args)).rejects.toThrow('npm run snippets -- list');
  await expect(run('list', '--most', '0')).rejects.toThrow('whole number');
  await expect(run('list', '--all')).rejects.toThrow("'--all'");
});

test('a title cannot steer the terminal', async () => {
  await saved('\u009b31m\u202egnp.exe');
  expect(await run('list')).toContain('?31m?gnp.exe');
});

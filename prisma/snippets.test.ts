import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { SnippetDraft, SnippetId } from '#protocol/snippet.ts';
import { closeDatabase, database } from './client.ts';
import { randomId } from './secrets.ts';
import { createSnippet, databaseAnswers, deleteSnippet, readSnippet, updateSnippet } from './snippets.ts';
import { temporaryDatabase } from './temporary-database.ts';

let scratch: Awaited<ReturnType<typeof temporaryDatabase>>;
beforeAll(async () => {
  scratch = await temporaryDatabase();
});
afterAll(() => scratch[Symbol.asyncDispose]());

function draft(over: Partial<SnippetDraft> = {}): SnippetDraft {
  return SnippetDraft.parse({ title: 'Hello', language: 'python', code: 'print("Hello")', ...over });
}

test('what is saved comes back as it was, byte for byte', async () => {
  const saved = draft({
    title: '<script>alert(1)</script> 😀',
    code: 'a\0b\r\n\uFEFFc 😀\u2028"\\\'',
    files: [{ path: 'data/ä b.csv', content: 'AP8=\r\n', encoding: 'base64' }],
    entry: 'main.py',
    stdin: 'line\0\n',
    args: ['', '--x=😀'],
    env: { A: 'ü', _b: '' },
  });
  const { snippet } = await createSnippet(saved);
  expect(await readSnippet(snippet.id)).toEqual(snippet);
  expect(snippet).toMatchObject(saved);
});

test('an empty program is a program', async () => {
  const { snippet } = await createSnippet(draft({ code: '', title: '' }));
  expect(await readSnippet(snippet.id)).toMatchObject({ code: '', title: '' });
});

test('ids are ten characters that cannot be mistaken for one another', () => {
  const ids = Array.from({ length: 2000 }, randomId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => SnippetId.safeParse(id).success && !/[0O1lI]/.test(id))).toBe(true);
});

test('an id that is taken is replaced by another', async () => {
  const { snippet: first } = await createSnippet(draft());
  const ids = [first.id, first.id, 'freshfresh'];
  const { snippet: second } = await createSnippet(draft({ code: 'second' }), () => ids.shift() ?? '');
  expect(second.id).toBe('freshfresh');
  expect(await readSnippet(first.id)).toEqual(first);
});

test('when every id is taken, it gives up with an error instead of trying for ever', async () => {
  const { snippet } = await createSnippet(draft());
  await expect(createSnippet(draft(), () => snippet.id)).rejects.toThrow();
});

test('only the hash of the edit token is kept', async () => {
  const { snippet, editToken } = await createSnippet(draft());
  expect(Buffer.from(editToken, 'base64url')).toHaveLength(32);
  const row = await database().snippet.findUniqueOrThrow({ where: { id: snippet.id } });
  expect(row.editTokenHash).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(row)).not.toContain(editToken);
});

test('an update adds a revision, keeps the earlier ones, and moves what the link shows', async () => {
  const { snippet, editToken } = await createSnippet(draft({ code: 'one' }));
  const updated = await updateSnippet(snippet.id, editToken, draft({ code: 'two', title: 'Two' }));
  expect(updated).toMatchObject({ id: snippet.id, code: 'two', title: 'Two', createdAt: snippet.createdAt });
  expect(await readSnippet(snippet.id)).toEqual(updated);
  const revisions = await database().revision.findMany({
    where: { snippetId: snippet.id },
    orderBy: { number: 'asc' },
  });
  expect(revisions).toMatchObject([
    { number: 1, content: { code: 'one' } },
    { number: 2, content: { code: 'two' } },
  ]);
});

test('equal programs have equal hashes, whatever their titles', async () => {
  const saved = await Promise.all([
    createSnippet(draft({ title: 'a' })),
    createSnippet(draft({ title: 'b' })),
    createSnippet(draft({ stdin: 'other' })),
  ]);
  const hashes = await Promise.all(
    saved.map(async ({ snippet }) => {
      const row = await database().revision.findFirstOrThrow({ where: { snippetId: snippet.id } });
      return row.contentHash;
    }),
  );
  expect(hashes[0]).toBe(hashes[1]);
  expect(hashes[0]).not.toBe(hashes[2]);
});

test('updates at the same time each become a revision of their own', async () => {
  const { snippet, editToken } = await createSnippet(draft());
  const codes = Array.from({ length: 12 }, (_, index) => `concurrent ${index}`);
  await Promise.all(codes.map((code) => updateSnippet(snippet.id, editToken, draft({ code }))));
  const revisions = await database().revision.findMany({ where: { snippetId: snippet.id } });
  expect(revisions.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
    [...Array(13).keys()].map((n) => n + 1),
  );
  const head = revisions.find(({ number }) => number === 13);
  expect(await readSnippet(snippet.id)).toMatchObject(head?.content as object);
});

test.each(['', 'guess', 'a'.repeat(43), '\0', '😀'.repeat(100)])(
  'the token %j changes nothing',
  async (guess) => {
    const { snippet } = await createSnippet(draft());
    const refusal = { problem: { code: 'not_yours' } };
    await expect(updateSnippet(snippet.id, guess, draft({ code: 'mine now' }))).rejects.toMatchObject(
      refusal,
    );
    await expect(deleteSnippet(snippet.id, guess)).rejects.toMatchObject(refusal);
    expect(await readSnippet(snippet.id)).toEqual(snippet);
  },
);

test('the token of one snippet opens no other', async () => {
  const mine = await createSnippet(draft());
  const theirs = await createSnippet(draft());
  await expect(deleteSnippet(theirs.snippet.id, mine.editToken)).rejects.toMatchObject({
    problem: { code: 'not_yours' },
  });
});

test('a deleted snippet is gone with all its revisions', async () => {
  const { snippet, editToken } = await createSnippet(draft());
  await updateSnippet(snippet.id, editToken, draft({ code: 'two' }));
  await deleteSnippet(snippet.id, editToken);
  expect(await readSnippet(snippet.id)).toBeUndefined();
  expect(await database().revision.count({ where: { snippetId: snippet.id } })).toBe(0);
  const refusal = { problem: { code: 'not_found' } };
  await expect(updateSnippet(snippet.id, editToken, draft())).rejects.toMatchObject(refusal);
  await expect(deleteSnippet(snippet.id, editToken)).rejects.toMatchObject(refusal);
});

test('an update that meets a deletion is refused or comes first; nothing is left over', async () => {
  const { snippet, editToken } = await createSnippet(draft());
  const outcomes = await Promise.allSettled([
    deleteSnippet(snippet.id, editToken),
    updateSnippet(snippet.id, editToken, draft({ code: 'late' })),
  ]);
  expect(outcomes[0]).toMatchObject({ status: 'fulfilled' });
  expect(await database().revision.count({ where: { snippetId: snippet.id } })).toBe(0);
});

test('a mebibyte fits, a byte more does not, however it is spread', async () => {
  const full = draft({ code: 'é'.repeat(512 * 1024) });
  const { snippet } = await createSnippet(full);
  expect((await readSnippet(snippet.id))?.code).toBe(full.code);
  await expect(createSnippet({ ...full, stdin: 'x' })).rejects.toMatchObject({
    problem: { code: 'too_large', message: 'This snippet is too large to share: 1.1 MB of 1 MB.' },
  });
});

test('writes leave no open files behind', async () => {
  const openFiles = async () => {
    const names = await readdir('/proc/self/fd');
    const targets = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')));
    return targets.filter((target) => target.startsWith(scratch.folder)).length;
  };
  await createSnippet(draft());
  const before = await openFiles();
  for (let index = 0; index < 20; index += 1) await createSnippet(draft());
  expect(await openFiles()).toBe(before);
});

test('a write that another process holds up fails, and the next one works', async () => {
  const { snippet, editToken } = await createSnippet(draft());
  const other = createClient({ url: pathToFileURL(join(scratch.folder, 'bugdrill.db')).href });
  await other.execute('BEGIN IMMEDIATE');
  await expect(updateSnippet(snippet.id, editToken, draft({ code: 'blocked' }))).rejects.toThrow();
  await other.execute('ROLLBACK');
  other.close();
  const updated = await updateSnippet(snippet.id, editToken, draft({ code: 'free' }));
  expect(await readSnippet(snippet.id)).toEqual(updated);
});

test('a process that is killed while it writes leaves whole snippets only', async () => {
  const program = `
    const { createSnippet } = await import(${JSON.stringify(new URL('snippets.ts', import.meta.url).href)});
    const draft = { title: '', language: 'python', code: 'x'.repeat(200_000), files: [], stdin: '', args: [], env: {} };
    for (;;) { await createSnippet(draft); process.stdout.write('.'); }`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let written = 0;
  for await (const dots of child.stdout) {
    written += (dots as Buffer).length;
    if (written >= 20) break;
  }
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(await database().snippet.count({ where: { revisions: { none: {} } } })).toBe(0);
  expect(await database().snippet.count()).toBeGreaterThanOrEqual(written);
  expect(await database().$queryRaw`PRAGMA integrity_check`).toEqual([{ integrity_check: 'ok' }]);
});

test('the database is said to answer only where our tables are', async () => {
  expect(await databaseAnswers()).toBe(true);
  await closeDatabase();
  vi.stubEnv('DATA_DIR', join(scratch.folder, 'nothing-here'));
  expect(await databaseAnswers()).toBe(false);
  await closeDatabase();
  vi.stubEnv('DATA_DIR', scratch.folder);
  expect(await databaseAnswers()).toBe(true);
});

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { createClient } from '@libsql/client';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { RunEvent } from '#protocol/run-event.ts';
import { SnippetDraft, SnippetId } from '#protocol/snippet.ts';
import { closeDatabase, database } from './client.ts';
import { changeSnippet, deleteSnippet as remove, reviseSnippet, rotateToken } from './owned-snippets.ts';
import { packRecording, unpackEvents } from './recordings.ts';
import { sweep } from './retention.ts';
import { randomId } from './secrets.ts';
import {
  countView,
  createSnippet,
  databaseAnswers,
  listRevisions,
  openLasting,
  openSnippet,
  openWhole,
} from './snippets.ts';
import { temporaryDatabase } from './temporary-database.ts';

let scratch: Awaited<ReturnType<typeof temporaryDatabase>>;
beforeAll(async () => {
  scratch = await temporaryDatabase();
});
afterAll(() => scratch[Symbol.asyncDispose]());

function draft(over: Partial<SnippetDraft> = {}): SnippetDraft {
  return SnippetDraft.parse({ title: 'Hello', language: 'python', code: 'print("Hello")', ...over });
}

const readSnippet = async (id: string) => (await openSnippet({ id })).snippet;
const updateSnippet = (id: string, editToken: string, saved: SnippetDraft) =>
  reviseSnippet({ id, editToken }, saved);
const deleteSnippet = (id: string, editToken: string) => remove({ id, editToken });
const refusal = (code: string) => ({ problem: { code } });

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
  const { snippet: second } = await createSnippet(draft({ code: 'second' }), {
    newId: () => ids.shift() ?? '',
  });
  expect(second.id).toBe('freshfresh');
  expect(await readSnippet(first.id)).toEqual(first);
});

test('when every id is taken, it gives up with an error instead of trying for ever', async () => {
  const { snippet } = await createSnippet(draft());
  await expect(createSnippet(draft(), { newId: () => snippet.id })).rejects.toThrow();
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

test('how often a snippet was shown is told to its owner, and to nobody else', async () => {
  const { snippet, editToken } = await createSnippet(draft({ title: 'seen' }));
  const { id } = snippet;
  await Promise.all(Array.from({ length: 20 }, () => countView(id)));
  expect((await openSnippet({ id }, editToken)).snippet.views).toBe(20);
  expect((await changeSnippet({ id, editToken }, { title: 'still' })).views).toBe(20);
  for (const opened of [
    await openSnippet({ id }),
    await openSnippet({ id }, 'guess'),
    await openLasting({ id }),
  ])
    expect(opened.snippet).not.toHaveProperty('views');
  await countView('nothere123');
});

test('equal programs have equal hashes, whatever their titles and statements', async () => {
  const saved = await Promise.all([
    createSnippet(draft({ title: 'a' })),
    createSnippet(draft({ title: 'b', statement: 'Print *hello*.' })),
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
    const claim = { id: snippet.id, editToken: guess };
    const tries = [
      reviseSnippet(claim, draft({ code: 'mine now' })),
      changeSnippet(claim, { title: 'mine now' }),
      rotateToken(claim),
      remove(claim),
    ];
    for (const tried of tries) await expect(tried).rejects.toMatchObject(refusal('not_yours'));
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
  await expect(readSnippet(snippet.id)).rejects.toMatchObject(refusal('not_found'));
  expect(await database().revision.count({ where: { snippetId: snippet.id } })).toBe(0);
  await expect(updateSnippet(snippet.id, editToken, draft())).rejects.toMatchObject(refusal('not_found'));
  await expect(deleteSnippet(snippet.id, editToken)).rejects.toMatchObject(refusal('not_found'));
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
  expect((await readSnippet(snippet.id)).code).toBe(full.code);
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

const noon = new Date('2026-05-01T12:00:00Z');
const later = (days: number, ms = 0) => new Date(noon.getTime() + days * 86_400_000 + ms);

test.each([
  ['1d', 1],
  ['7d', 7],
  ['30d', 30],
] as const)(
  'what expires in %s can be read until then, and is told to have gone from then on',
  async (expiry, days) => {
    const { snippet, editToken } = await createSnippet(draft(), { expiry, now: noon });
    expect(snippet.expiresAt).toBe(later(days).toISOString());
    expect((await openSnippet({ id: snippet.id }, '', later(days, -1))).snippet).toEqual(snippet);
    const day = later(days).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
    const gone = { problem: { code: 'gone', message: `This link expired on ${day}.` } };
    const name = { id: snippet.id };
    const claim = { ...name, editToken };
    for (const swept of [false, true]) {
      await expect(openSnippet(name, '', later(days))).rejects.toMatchObject(gone);
      await expect(openSnippet({ ...name, revision: 1 }, editToken, later(days))).rejects.toMatchObject(gone);
      await expect(listRevisions(snippet.id, '', later(days))).rejects.toMatchObject(gone);
      await expect(changeSnippet(claim, { expiry: 'never' }, later(days))).rejects.toMatchObject(gone);
      await expect(reviseSnippet(claim, draft(), { now: later(days) })).rejects.toMatchObject(gone);
      if (!swept) await sweep(later(days));
    }
  },
);

test('the sweep removes what has expired with everything of it, and nothing else', async () => {
  const events = [started, finished];
  const recording = await packRecording(events);
  const mortal = await createSnippet(draft({ code: 'mortal' }), { expiry: '1d', now: noon, recording });
  const stays = await createSnippet(draft({ code: 'stays' }), { now: noon });
  const lasts = await createSnippet(draft({ code: 'lasts' }), { expiry: '7d', now: noon });
  expect(await sweep(later(1, -1))).toBe(0);
  expect(await sweep(later(1))).toBe(1);
  const where = { snippetId: mortal.snippet.id };
  expect(await database().revision.count({ where })).toBe(0);
  expect(await database().recording.count({ where })).toBe(0);
  const trace = await database().gone.findUniqueOrThrow({ where: { id: mortal.snippet.id } });
  expect(trace).toEqual({ id: mortal.snippet.id, reason: 'expired', at: later(1) });
  for (const { snippet } of [stays, lasts])
    expect((await openSnippet({ id: snippet.id }, '', later(1))).snippet).toEqual(snippet);
  await sweep(later(400));
  await expect(openSnippet({ id: mortal.snippet.id }, '', later(400))).rejects.toMatchObject(
    refusal('not_found'),
  );
});

test('more than fit into one go are swept all the same', async () => {
  await Promise.all(Array.from({ length: 230 }, () => createSnippet(draft(), { expiry: '1d', now: noon })));
  expect(await sweep(later(2))).toBe(230);
});

test('an owner may put the end off, or take it away', async () => {
  const { snippet, editToken } = await createSnippet(draft(), { expiry: '1d', now: noon });
  const claim = { id: snippet.id, editToken };
  const changed = await changeSnippet(claim, { expiry: '7d' }, later(0.5));
  expect(changed.expiresAt).toBe(later(7.5).toISOString());
  expect(await changeSnippet(claim, { expiry: 'never' }, later(1))).toMatchObject({
    expiresAt: null,
    burnsAfterView: false,
    revision: 1,
  });
});

test('of those who open at once what can be opened once, exactly one is shown it', async () => {
  const { snippet } = await createSnippet(draft({ code: 'once' }), { expiry: 'first_view' });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      openSnippet(index % 2 === 0 ? { id: snippet.id } : { id: snippet.id, revision: 1 }),
    ),
  );
  const shown = outcomes.filter(({ status }) => status === 'fulfilled');
  expect(shown).toMatchObject([{ value: { snippet: { code: 'once' } } }]);
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(refusal('gone'));
  expect(await database().revision.count({ where: { snippetId: snippet.id } })).toBe(0);
});

test('its owner may look without burning it; a revision that is not there burns nothing', async () => {
  const { snippet, editToken } = await createSnippet(draft(), { expiry: 'first_view' });
  await openSnippet({ id: snippet.id }, editToken);
  const stale = openSnippet({ id: snippet.id }, 'a token that was replaced');
  await expect(stale).rejects.toMatchObject(refusal('not_yours'));
  const none = openSnippet({ id: snippet.id, revision: 9 });
  await expect(none).rejects.toMatchObject(refusal('not_found'));
  await openWhole({ id: snippet.id });
  await expect(openSnippet({ id: snippet.id }, editToken)).rejects.toMatchObject(refusal('gone'));
});

test('a revision is what it was, whatever comes after it', async () => {
  const { snippet, editToken } = await createSnippet(draft({ title: 'One', code: 'one' }));
  const claim = { id: snippet.id, editToken };
  await reviseSnippet(claim, draft({ title: 'Two', code: 'two' }), { languageVersion: '3.13.5' });
  await changeSnippet(claim, { title: 'Renamed' });
  const at = async (revision?: number) =>
    (await openSnippet({ id: snippet.id, ...(revision === undefined ? {} : { revision }) })).snippet;
  expect(await at(1)).toMatchObject({ title: 'One', code: 'one', revision: 1, head: 2 });
  expect(await at(2)).toMatchObject({ title: 'Two', code: 'two', languageVersion: '3.13.5' });
  expect(await at()).toMatchObject({ title: 'Renamed', code: 'two', revision: 2 });
  await expect(at(3)).rejects.toMatchObject(refusal('not_found'));
  const { revisions } = await listRevisions(snippet.id);
  expect(revisions).toMatchObject([
    { number: 2, title: 'Two', languageVersion: '3.13.5', url: `/s/${snippet.id}@2` },
    { number: 1, title: 'One', languageVersion: null },
  ]);
});

test('who has not seen the latest revision can ask not to write over it', async () => {
  const { snippet, editToken } = await createSnippet(draft());
  const claim = { id: snippet.id, editToken };
  const saves = await Promise.allSettled(
    ['a', 'b', 'c'].map((code) => reviseSnippet(claim, draft({ code }), { ifHead: [1] })),
  );
  expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const save of saves)
    if (save.status === 'rejected') expect(save.reason).toMatchObject(refusal('precondition_failed'));
  expect(await database().revision.count({ where: { snippetId: snippet.id } })).toBe(2);
});

test('a token that was replaced opens nothing any more', async () => {
  const { snippet, editToken } = await createSnippet(draft());
  const fresh = await rotateToken({ id: snippet.id, editToken });
  expect(fresh).not.toBe(editToken);
  await expect(rotateToken({ id: snippet.id, editToken })).rejects.toMatchObject(refusal('not_yours'));
  await changeSnippet({ id: snippet.id, editToken: fresh }, { title: 'Mine' });
});

test('of two who replace the token at once with the same one, one does', async () => {
  const { snippet, editToken } = await createSnippet(draft());
  const claim = { id: snippet.id, editToken };
  const outcomes = await Promise.allSettled([rotateToken(claim), rotateToken(claim)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a thousand who save at once each have a snippet of their own, none twice', async () => {
  const before = await database().snippet.count();
  const saved = await Promise.all(
    Array.from({ length: 1000 }, (_, index) => createSnippet(draft({ code: `number ${index}` }))),
  );
  expect(new Set(saved.map(({ snippet }) => snippet.id)).size).toBe(1000);
  expect(await database().snippet.count()).toBe(before + 1000);
  const ids = saved.map(({ snippet }) => snippet.id);
  const rows = await database().revision.findMany({ where: { snippetId: { in: ids } } });
  const codes = rows.map(({ content }) => (content as { code: string }).code);
  expect(new Set(codes).size).toBe(1000);
  expect(codes).toHaveLength(1000);
});

const started: RunEvent = { type: 'started', language: 'python', version: '3', image: 'i', warm: true };
const finished: RunEvent = {
  type: 'finished',
  outcome: { kind: 'ok', exitCode: 0 },
  phase: 'run',
  wallMs: 1,
  cpuMs: 1,
  memoryBytes: 1,
  facts: [],
};
const printed = (data: string): RunEvent => ({ type: 'output', stream: 'stdout', data, at: 1 });

test('a recording comes back as it was, with its revision and no other', async () => {
  const events = [{ ...started, digest: 'sha256:ab' }, printed('\u001b[31mé\0😀\n'), finished];
  const { snippet, editToken } = await createSnippet(draft(), { recording: await packRecording(events) });
  expect(snippet.recording).toMatchObject({ outcome: 'ok' });
  const opened = await openSnippet({ id: snippet.id });
  expect(opened.snippet).toEqual(snippet);
  expect(await unpackEvents(opened.events ?? new Uint8Array())).toEqual(events);
  const row = await database().recording.findFirstOrThrow({ where: { snippetId: snippet.id } });
  expect(row).toMatchObject({ language: 'python', version: '3', imageDigest: 'sha256:ab' });
  await reviseSnippet({ id: snippet.id, editToken }, draft({ code: 'other' }));
  expect((await openSnippet({ id: snippet.id })).events).toBeNull();
  expect((await openSnippet({ id: snippet.id, revision: 1 })).events).not.toBeNull();
});

test('a recording that is too large even when it is packed, or has no end, is none', async () => {
  const noise = randomBytes(300 * 1024).toString('base64');
  expect(await packRecording([started, printed(noise), finished])).toBeUndefined();
  expect(await packRecording([started, printed('x'.repeat(5_000_000)), finished])).toBeDefined();
  expect(await packRecording([started, printed('x'.repeat(17_000_000)), finished])).toBeUndefined();
  expect(await packRecording([started, printed('x')])).toBeUndefined();
  expect(await packRecording([finished])).toBeUndefined();
});

test('a recording that would unpack to more than memory holds is not unpacked', async () => {
  const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
  await expect(unpackEvents(bomb)).rejects.toThrow();
});

test('a process that is killed while it saves revisions leaves the old or the new one, whole', async () => {
  const { snippet, editToken } = await createSnippet(draft({ code: 'x'.repeat(200_000) }));
  const program = `
    const { reviseSnippet } = await import(${JSON.stringify(new URL('owned-snippets.ts', import.meta.url).href)});
    const draft = { title: '', language: 'python', code: 'x'.repeat(200_000), files: [], stdin: '', args: [], env: {}, tests: [] };
    for (;;) { await reviseSnippet(${JSON.stringify({ id: snippet.id, editToken })}, draft); process.stdout.write('.'); }`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let written = 0;
  for await (const dots of child.stdout) {
    written += (dots as Buffer).length;
    if (written >= 15) break;
  }
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  const shown = await readSnippet(snippet.id);
  expect(shown.revision).toBe(shown.head);
  expect(shown.head).toBeGreaterThan(written);
  expect(shown.code).toHaveLength(200_000);
  expect(await database().revision.count({ where: { snippetId: snippet.id } })).toBe(shown.head);
});

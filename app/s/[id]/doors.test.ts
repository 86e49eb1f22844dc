import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSnippet } from '#prisma/snippets.ts';
import { temporaryDatabase } from '#prisma/temporary-database.ts';
import { Snippet, SnippetDraft } from '#protocol/snippet.ts';
import { GET as json } from './json/route.ts';
import { GET as raw } from './raw/[[...file]]/route.ts';
import { GET as zip } from './zip/route.ts';

let scratch: AsyncDisposable;
beforeAll(async () => {
  scratch = await temporaryDatabase();
});
afterAll(() => scratch[Symbol.asyncDispose]());

const asked = (id: string, method = 'GET') => new Request(`http://localhost:8080/s/${id}`, { method });
const get = (id: string, file?: string[]) =>
  raw(asked(id), { params: Promise.resolve({ id, ...(file && { file }) }) });
const route = (id: string) => ({ params: Promise.resolve({ id }) });
const saved = async (draft: object, terms: Parameters<typeof createSnippet>[1] = {}) =>
  (await createSnippet(SnippetDraft.parse({ language: 'python', code: '1', ...draft }), terms)).snippet;
const unzipped = async (id: string) =>
  unzipSync(new Uint8Array(await (await zip(asked(id), route(id))).arrayBuffer()));

test('the code comes as plain text that no browser takes for anything else', async () => {
  const code = '\uFEFF<html><script>alert(1)</script>\r\n\0😀';
  const { id } = await saved({ code });
  for (const name of [id, `${id}@1`, `${id}%401`]) {
    const answer = await get(name);
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(code);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test.each(['nothere123', '../../etc/passwd', '', 'a@b', 'abcdefghij@0', 'abcdefghij@1'])(
  '%j is a 404 in words at every door',
  async (id) => {
    for (const answer of [await get(id), await zip(asked(id), route(id)), await json(asked(id), route(id))]) {
      expect(answer.status).toBe(404);
      expect(await answer.text()).toBe('This link does not exist or was deleted.\n');
    }
  },
);

test('the files beside it have their own addresses, bytes as bytes to keep', async () => {
  const files = [
    { path: 'data/ä b.html', content: '<script>alert(1)</script>' },
    { path: 'x.svg', content: 'AP8=', encoding: 'base64' },
  ];
  const { id } = await saved({ code: 'main', files, entry: 'app.py' });
  const text = await get(id, ['data', 'ä b.html']);
  expect([text.headers.get('content-type'), await text.text()]).toEqual([
    'text/plain; charset=utf-8',
    '<script>alert(1)</script>',
  ]);
  expect((await get(id, ['data', '%C3%A4%20b.html'])).status).toBe(200);
  expect(await (await get(id, ['app.py'])).text()).toBe('main');
  const bytes = await get(id, ['x.svg']);
  expect([...new Uint8Array(await bytes.arrayBuffer())]).toEqual([0, 255]);
  expect(bytes.headers.get('content-type')).toBe('application/octet-stream');
  expect(bytes.headers.get('content-disposition')).toBe('attachment');
});

test.each([[['..', '..', 'etc', 'passwd']], [['%2e%2e', 'x']], [['%']], [['__proto__']], [['']]])(
  'a file that is not one of the snippet’s is a 404: %j',
  async (file) => {
    const { id } = await saved({});
    const answer = await get(id, file);
    expect([answer.status, await answer.text()]).toEqual([404, 'This snippet has no such file.\n']);
  },
);

test('the archive holds every file as it is, in a folder of its own', async () => {
  const files = [
    { path: 'data/a.txt', content: 'é' },
    { path: 'b.bin', content: 'AP8=', encoding: 'base64' },
  ];
  const { id } = await saved({ code: 'print(1)', files, stdin: 'in', entry: 'app.py' });
  const found = await unzipped(id);
  expect(Object.keys(found).sort()).toEqual(
    ['app.py', 'b.bin', 'data/a.txt', 'input.txt'].map((path) => `bugdrill-${id}/${path}`),
  );
  expect(strFromU8(found[`bugdrill-${id}/data/a.txt`] ?? new Uint8Array())).toBe('é');
  expect([...(found[`bugdrill-${id}/b.bin`] ?? [])]).toEqual([0, 255]);
});

test('no name in it leads anywhere else, on any system, and none is lost to another', async () => {
  const paths = [
    'C:evil.txt',
    'a.txt',
    'A.TXT',
    '__proto__',
    'constructor',
    'con /x',
    'dots...',
    'd/e',
    'D',
    'f|g?*',
  ];
  const { id } = await saved({
    code: 'main',
    entry: 'a.txt',
    files: paths.map((path) => ({ path, content: path })),
  });
  const found = await unzipped(id);
  const names = Object.keys(found);
  expect(names).toHaveLength(paths.length + 1);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  for (const name of names) {
    expect(name).toMatch(new RegExp(`^bugdrill-${id}/[^<>:"|?*\\\\]+$`));
    expect(name.split('/')).not.toContain('..');
    expect(names.some((other) => other.startsWith(`${name}/`))).toBe(false);
  }
});

test('nothing that a person wrote gets into a header', async () => {
  const evil = 'x"; filename="evil.html';
  const { id } = await saved({ title: evil, entry: 'evil.html', files: [{ path: 'a"b', content: '' }] });
  const answers = [
    await get(id),
    await get(id, ['a"b']),
    await zip(asked(id), route(id)),
    await json(asked(id), route(id)),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(200);
    expect(JSON.stringify([...answer.headers])).not.toContain('evil');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
});

test('hidden tests pass through no door', async () => {
  const tests = [{ name: 'h', stdin: 'SECRET', args: ['SECRET'], expected: 'SECRET', hidden: true }];
  const { id } = await saved({ tests });
  for (const answer of [await get(id), await json(asked(id), route(id))])
    expect(await answer.text()).not.toContain('SECRET');
  expect(Buffer.from(await (await zip(asked(id), route(id))).arrayBuffer()).toString()).not.toContain(
    'SECRET',
  );
  expect(Object.keys(await unzipped(id))).toHaveLength(1);
  const read = await (await json(asked(id), route(id))).json();
  expect(Snippet.parse(read).tests).toEqual([{ name: 'h', hidden: true, redacted: true }]);
});

test('what can be opened once is not burnt by a look at its head, and is by any door', async () => {
  for (const door of [
    get,
    (id: string) => zip(asked(id), route(id)),
    (id: string) => json(asked(id), route(id)),
  ]) {
    const { id } = await saved({ code: 'once' }, { expiry: 'first_view' });
    const head = await raw(asked(id, 'HEAD'), route(id));
    expect([head.status, await head.text()]).toEqual([200, '']);
    const answers = await Promise.all([door(id), door(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
    const late = await get(id);
    expect(await late.text()).toMatch(/^This link could be opened once, and was on \d+ \w+ \d{4}\.\n$/);
  }
});

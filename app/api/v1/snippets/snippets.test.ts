import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { hideSnippet } from '#prisma/operator.ts';
import { temporaryDatabase } from '#prisma/temporary-database.ts';
import { CreatedSnippet, RevisionList, Snippet } from '#protocol/snippet.ts';
import { POST as fork } from './[id]/fork/route.ts';
import { GET as recording } from './[id]/recording/route.ts';
import { POST as report } from './[id]/reports/route.ts';
import { GET as revisions } from './[id]/revisions/route.ts';
import { DELETE, GET, HEAD, PATCH, PUT } from './[id]/route.ts';
import { POST as rotate } from './[id]/token/route.ts';
import { POST } from './route.ts';

const address = 'http://localhost:8080/api/v1/snippets';
const json = { 'Content-Type': 'application/json' };
const hello = { title: 'Hello', language: 'python', code: 'print("Hello")' };

let scratch: Awaited<ReturnType<typeof temporaryDatabase>>;
beforeAll(async () => {
  scratch = await temporaryDatabase();
  vi.stubEnv('RATE_LIMIT_SNIPPETS_PER_HOUR', '0');
});
afterAll(() => scratch[Symbol.asyncDispose]());

function post(body: RequestInit['body'], headers: Record<string, string> = json): Promise<Response> {
  return POST(
    new Request(address, { method: 'POST', headers, body: body ?? null, duplex: 'half' } as RequestInit),
  );
}

async function created(draft: object = hello): Promise<CreatedSnippet> {
  const answer = await post(JSON.stringify(draft));
  expect(answer.status).toBe(201);
  return CreatedSnippet.parse(await answer.json());
}

const route = (id: string) => ({ params: Promise.resolve({ id }) });
const get = (id: string) => GET(new Request(`${address}/${id}`), route(id));

function put(id: string, headers: Record<string, string>, body: object = hello): Promise<Response> {
  const request = { method: 'PUT', headers: { ...json, ...headers }, body: JSON.stringify(body) };
  return PUT(new Request(`${address}/${id}`, request), route(id));
}

function patch(id: string, headers: Record<string, string>, body: object): Promise<Response> {
  const request = { method: 'PATCH', headers: { ...json, ...headers }, body: JSON.stringify(body) };
  return PATCH(new Request(`${address}/${id}`, request), route(id));
}

type Handler = (request: Request, named: ReturnType<typeof route>) => Promise<Response>;
const ask = (handler: Handler, id: string, headers: Record<string, string> = {}, method = 'POST') =>
  handler(new Request(`${address}/${id}/x`, { method, headers }), route(id));
const token = (editToken: string) => ({ 'X-Edit-Token': editToken });

function remove(id: string, headers: Record<string, string>): Promise<Response> {
  return DELETE(new Request(`${address}/${id}`, { method: 'DELETE', headers }), route(id));
}

async function problemOf(
  answer: Response,
): Promise<{ status: number; code: string; field: string | undefined }> {
  const body = await answer.json();
  expect(body.success).toBe(false);
  expect(JSON.stringify(body)).not.toMatch(/\bat .*\.(ts|js)|node_modules|prisma/i);
  return { status: answer.status, code: body.error.code, field: body.error.field };
}

test('creating answers 201 with the place, the link and the edit token', async () => {
  const answer = await post(JSON.stringify(hello), { 'Content-Type': 'application/json; charset=utf-8' });
  const snippet = CreatedSnippet.parse(await answer.json());
  expect(answer.status).toBe(201);
  expect(answer.headers.get('location')).toBe(`/api/v1/snippets/${snippet.id}`);
  expect(snippet).toMatchObject({
    ...hello,
    url: `/s/${snippet.id}`,
    files: [],
    stdin: '',
    args: [],
    env: {},
  });
  expect(snippet.editToken).toHaveLength(43);
});

test('no answer may be stored or sniffed', async () => {
  const { id } = await created();
  for (const answer of [await get(id), await get('nothere123'), await post('{')]) {
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('reading tells everything but the edit token', async () => {
  const snippet = await created();
  const body = await (await get(snippet.id)).json();
  expect(Snippet.parse(body)).toEqual(body);
  expect(JSON.stringify(body)).not.toContain(snippet.editToken);
});

const secret = { name: 'h', stdin: 'SECRET', args: ['SECRET'], expected: 'SECRET', hidden: true };
const judged = {
  ...hello,
  tests: [
    { stdin: 'shown', expected: 'shown' },
    secret,
    {
      ...secret,
      name: 'checked',
      comparison: { kind: 'checker', language: 'python', code: 'SECRET', files: [] },
    },
  ],
};

test('a statement is saved with its revision, and read by everybody', async () => {
  const { id, editToken } = await created({
    ...hello,
    statement: '# Sum\n\nAdd *both*. \u00e9\u{1f600}\r\n\t',
  });
  expect(await (await get(id)).json()).toMatchObject({
    statement: '# Sum\n\nAdd *both*. \u00e9\u{1f600}\r\n\t',
  });
  await put(id, token(editToken), { ...hello, statement: 'Second.' });
  expect(await (await get(id)).json()).toMatchObject({ statement: 'Second.', revision: 2 });
  expect(await (await get(`${id}@1`)).json()).toMatchObject({ statement: expect.stringContaining('Sum') });
  await put(id, token(editToken));
  expect(await (await get(id)).json()).toMatchObject({ statement: '' });
});

test.each([
  ['a\0b', 400, 'invalid_request'],
  ['\u001b[31m', 400, 'invalid_request'],
  [7, 400, 'invalid_request'],
  ['\u00e9'.repeat(16 * 1024 + 1), 413, 'too_large'],
  ['x'.repeat(1024 * 1024), 413, 'too_large'],
])('a statement like %.12j is refused', async (statement, status, code) => {
  const answer = await post(JSON.stringify({ ...hello, statement }));
  expect(await problemOf(answer)).toEqual({ status, code, field: 'statement' });
});

test('hidden tests are shown to who holds the edit token, and to nobody else', async () => {
  const { id, editToken, tests } = await created(judged);
  expect(tests).toMatchObject(judged.tests);
  for (const token of ['', 'x'.repeat(43)]) {
    const request = new Request(`${address}/${id}`, { headers: { 'X-Edit-Token': token } });
    const text = await (await GET(request, route(id))).text();
    expect(text).not.toContain('SECRET');
    expect(Snippet.parse(JSON.parse(text)).tests).toMatchObject([
      { stdin: 'shown', expected: 'shown' },
      { name: 'h', hidden: true, redacted: true },
      { name: 'checked', hidden: true, redacted: true },
    ]);
  }
  const owner = new Request(`${address}/${id}`, { headers: { 'X-Edit-Token': editToken } });
  expect((await (await GET(owner, route(id))).json()).tests).toMatchObject(judged.tests);
});

test('a redacted test cannot be saved as if it were one', async () => {
  const tests = [{ name: 'h', hidden: true, redacted: true }];
  const answer = await post(JSON.stringify({ ...hello, tests }));
  expect(await problemOf(answer)).toMatchObject({ status: 400, code: 'invalid_request', field: 'tests.0' });
});

test.each([
  ['too many', Array(101).fill({ expected: '' }), 'tests'],
  ['nothing expected', [{ stdin: '' }], 'tests.0.expected'],
  ['a misspelt limit', [{ expected: '', limits: { wall_ms: 100 } }], 'tests.0.limits'],
  ['no expression', [{ expected: '[', comparison: 'regex' }], 'tests.0.expected'],
])('tests that cannot be judged cannot be saved: %s', async (_name, tests, field) => {
  const answer = await post(JSON.stringify({ ...hello, tests }));
  expect(await problemOf(answer)).toMatchObject({ status: 400, field });
});

test.each([
  ['X-Edit-Token', (token: string) => ({ 'X-Edit-Token': token })],
  ['Authorization', (token: string) => ({ Authorization: `Bearer ${token}` })],
])('who holds the token may change and delete, by %s', async (_name, proof) => {
  const { id, editToken } = await created();
  const updated = await put(id, proof(editToken), { ...hello, code: 'print(2)' });
  expect(updated.status).toBe(200);
  expect(await updated.json()).toMatchObject({ id, code: 'print(2)' });
  expect(await (await get(id)).json()).toMatchObject({ code: 'print(2)' });
  const deleted = await remove(id, proof(editToken));
  expect([deleted.status, await deleted.text()]).toEqual([204, '']);
  expect(await problemOf(await get(id))).toMatchObject({ status: 404, code: 'not_found' });
});

test.each([
  {},
  { 'X-Edit-Token': '' },
  { 'X-Edit-Token': 'x'.repeat(43) },
  { 'X-Edit-Token': 'x'.repeat(10_000) },
  { Authorization: 'Basic dXNlcjpwYXNz' },
  { Authorization: 'Bearer ' },
])('whoever does not hold it may not: %j', async (headers: Record<string, string>) => {
  const { id } = await created();
  expect(await problemOf(await put(id, headers))).toMatchObject({ status: 403, code: 'not_yours' });
  expect(await problemOf(await remove(id, headers))).toMatchObject({ status: 403, code: 'not_yours' });
  expect((await get(id)).status).toBe(200);
});

test.each(['nothere123', '', '../../etc', 'a', '%00', "' OR 1=1", '😀😀😀😀😀', 'x'.repeat(5000)])(
  'an id that names nothing is a 404: %j',
  async (id) => {
    const proof = { 'X-Edit-Token': 'whatever' };
    for (const answer of [await get(id), await put(id, proof), await remove(id, proof)]) {
      expect(await problemOf(answer)).toMatchObject({ status: 404, code: 'not_found' });
    }
  },
);

test('two updates at once both succeed, and the link shows one of them whole', async () => {
  const { id, editToken } = await created();
  const proof = { 'X-Edit-Token': editToken };
  const one = { ...hello, title: 'one', code: 'print(1)' };
  const two = { ...hello, title: 'two', code: 'print(2)' };
  const answers = await Promise.all([put(id, proof, one), put(id, proof, two)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const shown = await (await get(id)).json();
  expect([one, two]).toContainEqual({ title: shown.title, language: 'python', code: shown.code });
});

test.each([
  ['no JSON', '{"code":', 400, 'invalid_json', undefined],
  ['deep JSON', '['.repeat(200_000), 400, 'invalid_json', undefined],
  ['nothing', '', 400, 'invalid_request', undefined],
  ['null', 'null', 400, 'invalid_request', undefined],
  ['a list', '[]', 400, 'invalid_request', undefined],
  ['a number', '42', 400, 'invalid_request', undefined],
  ['no language', '{"code":"x"}', 400, 'invalid_request', 'language'],
  ['no code', '{"language":"python"}', 400, 'invalid_request', 'code'],
  ['a number as code', '{"language":"python","code":1}', 400, 'invalid_request', 'code'],
  ['an object as title', '{"language":"p","code":"","title":{}}', 400, 'invalid_request', 'title'],
  ['NUL in the title', '{"language":"p","code":"","title":"a\\u0000b"}', 400, 'invalid_request', 'title'],
  ['a long title', JSON.stringify({ ...hello, title: 'x'.repeat(81) }), 400, 'invalid_request', 'title'],
  [
    'a long language',
    JSON.stringify({ ...hello, language: 'x'.repeat(65) }),
    400,
    'invalid_request',
    'language',
  ],
  ['NUL in an argument', JSON.stringify({ ...hello, args: ['ok', '\0'] }), 400, 'invalid_request', 'args.1'],
  ['an odd env name', JSON.stringify({ ...hello, env: { 'A=B': '' } }), 400, 'invalid_request', 'env.A=B'],
  ['too much code', JSON.stringify({ ...hello, code: 'x'.repeat(1_500_000) }), 413, 'too_large', 'code'],
  [
    'too much together',
    JSON.stringify({ ...hello, code: 'x'.repeat(600_000), stdin: 'x'.repeat(600_000) }),
    413,
    'too_large',
    undefined,
  ],
])('%s is refused with its field named', async (_name, body, status, code, field) => {
  expect(await problemOf(await post(body))).toEqual({ status, code, field });
});

test.each(['../up.py', '/etc/passwd', 'a//b', './a', 'a\0b', 'a\\b', 'x'.repeat(300), ''])(
  'the file name %j is refused',
  async (path) => {
    const body = JSON.stringify({ ...hello, files: [{ path, content: '' }] });
    const problem = { status: 400, code: 'invalid_request', field: 'files.0.path' };
    expect(await problemOf(await post(body))).toEqual(problem);
  },
);

test('bytes that are not UTF-8 are refused', async () => {
  const body = Buffer.concat([
    Buffer.from('{"language":"p","code":"'),
    Buffer.from([0xff, 0xfe]),
    Buffer.from('"}'),
  ]);
  expect(await problemOf(await post(body))).toMatchObject({ status: 400, code: 'invalid_json' });
});

test('half a character becomes U+FFFD, a whole one stays', async () => {
  const { id } = await created({ language: 'python', code: '\ud800|😀|\udc00|\0' });
  expect(await (await get(id)).json()).toMatchObject({ code: '\ufffd|😀|\ufffd|\0' });
});

test.each([{}, { 'Content-Type': 'text/plain' }, { 'Content-Type': 'application/x-www-form-urlencoded' }])(
  'a body that is not said to be JSON is refused: %j',
  async (headers: Record<string, string>) => {
    const answer = await post(JSON.stringify(hello), headers);
    expect(await problemOf(answer)).toMatchObject({ status: 415, code: 'unsupported_media_type' });
  },
);

test('a body without an end is refused when it is too large, and read no further', async () => {
  let sent = 0;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(32));
    },
    cancel() {
      isCancelled = true;
    },
  });
  expect(await problemOf(await post(body))).toMatchObject({ status: 413, code: 'too_large' });
  expect(sent).toBeLessThan(6 * 1024 * 1024);
  expect(isCancelled).toBe(true);
});

test.each(['https://evil.example', 'http://localhost:9999', 'null', 'rubbish'])(
  'a page of %s may not create, change or delete',
  async (Origin) => {
    const { id, editToken } = await created();
    const proof = { Origin, 'X-Edit-Token': editToken };
    const answers = [
      await post(JSON.stringify(hello), { ...json, Origin }),
      await put(id, proof),
      await remove(id, proof),
    ];
    for (const answer of answers) {
      expect(await problemOf(answer)).toMatchObject({ status: 403, code: 'origin_refused' });
    }
  },
);

test('our own pages may, behind whatever name they are served', async () => {
  expect((await post(JSON.stringify(hello), { ...json, Origin: 'http://localhost:8080' })).status).toBe(201);
  const named = { ...json, Origin: 'https://play.example.org', Host: 'play.example.org' };
  expect((await post(JSON.stringify(hello), named)).status).toBe(201);
});

test('a title, a visibility and an end are changed without a new revision', async () => {
  const { id, editToken } = await created({ ...hello, expiry: '7d', visibility: 'public' });
  expect(await (await get(id)).json()).toMatchObject({ visibility: 'public', expiresAt: expect.any(String) });
  const answer = await patch(id, token(editToken), { title: 'New', visibility: 'unlisted', expiry: 'never' });
  expect(answer.status).toBe(200);
  expect(await (await get(id)).json()).toMatchObject({
    title: 'New',
    visibility: 'unlisted',
    expiresAt: null,
    revision: 1,
  });
});

test.each([
  [{}, undefined],
  [{ expiry: '2d' }, 'expiry'],
  [{ visibility: 'secret' }, 'visibility'],
  [{ title: 'a\nb' }, 'title'],
  [{ code: 'x' }, undefined],
])('a change that is none is refused: %j', async (change, field) => {
  const { id, editToken } = await created();
  expect(await problemOf(await patch(id, token(editToken), change))).toMatchObject({ status: 400, field });
});

test('every change without the token, with a wrong one or with another snippet’s is a 403, and tells nothing more', async () => {
  const { id } = await created();
  const other = await created();
  const guesses = [{}, token(''), token('x'.repeat(43)), token(other.editToken), token('💥'.slice(0, 0))];
  for (const headers of guesses as Record<string, string>[]) {
    // What they send is not looked at: a 400 would be an answer to a stranger.
    const answers = [
      await put(id, headers, {}),
      await patch(id, headers, {}),
      await remove(id, headers),
      await ask(rotate, id, headers),
    ];
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(new Set(bodies).size).toBe(1);
  }
});

test('a revision cannot be changed, whoever asks', async () => {
  const { id, editToken } = await created();
  const proof = token(editToken);
  for (const answer of [
    await put(`${id}@1`, proof),
    await patch(`${id}@1`, proof, { title: 'x' }),
    await remove(`${id}@1`, proof),
    await ask(rotate, `${id}@1`, proof),
  ])
    expect(await problemOf(answer)).toMatchObject({ status: 404, code: 'not_found' });
});

test('revisions are listed, each can be read for ever, and the list holds no code', async () => {
  const { id, editToken } = await created({ ...judged, code: 'first' });
  await put(id, token(editToken), { ...judged, title: 'Second', code: 'second' });
  const text = await (await ask(revisions, id, {}, 'GET')).text();
  expect(text).not.toMatch(/SECRET|contentHash|first/);
  const list = RevisionList.parse(JSON.parse(text));
  expect(list).toMatchObject({ id, head: 2, revisions: [{ number: 2, title: 'Second' }, { number: 1 }] });
  for (const [name, code] of [
    [`${id}@1`, 'first'],
    [`${id}@2`, 'second'],
    [id, 'second'],
  ] as const) {
    const answer = await get(name);
    const read = await answer.text();
    expect(read).not.toContain('SECRET');
    expect(JSON.parse(read)).toMatchObject({ code });
    expect(answer.headers.get('etag')).toBe(name.endsWith('@1') ? '"1"' : '"2"');
  }
  expect((await get(`${id}@3`)).status).toBe(404);
});

test('If-Match keeps a revision that was not seen from being written over', async () => {
  const { id, editToken } = await created();
  const save = (ifMatch: string) => put(id, { ...token(editToken), 'If-Match': ifMatch });
  expect((await save('"1"')).status).toBe(200);
  expect(await problemOf(await save('"1"'))).toMatchObject({ status: 412, code: 'precondition_failed' });
  expect((await save('"1", "2"')).headers.get('etag')).toBe('"3"');
  expect((await save('*')).status).toBe(200);
  for (const odd of ['3', 'W/"4"', '""', '"0"', '"4', 'x'.repeat(5000)])
    expect(await problemOf(await save(odd))).toMatchObject({ status: 400, field: 'If-Match' });
  expect(await (await get(id)).json()).toMatchObject({ head: 4 });
});

test('a new token is told once, and the old one opens nothing any more', async () => {
  const { id, editToken } = await created();
  const answer = await ask(rotate, id, token(editToken));
  const fresh = (await answer.json()).editToken;
  expect(fresh).toMatch(/^[\w-]{43}$/);
  expect((await patch(id, token(editToken), { title: 'x' })).status).toBe(403);
  expect((await patch(id, token(fresh), { title: 'x' })).status).toBe(200);
});

test('anybody may fork; where it comes from is told, and hidden tests stay behind', async () => {
  const { id, editToken } = await created({ ...judged, expiry: '7d', visibility: 'public' });
  const answer = await ask(fork, `${id}@1`);
  const text = await answer.text();
  expect(answer.status).toBe(201);
  expect(text).not.toContain('SECRET');
  const copy = CreatedSnippet.parse(JSON.parse(text));
  expect(copy).toMatchObject({
    title: 'Hello',
    code: hello.code,
    forkedFrom: { id, revision: 1 },
    hiddenTestsLeftOut: 2,
    visibility: 'unlisted',
    expiresAt: null,
  });
  expect(copy.id).not.toBe(id);
  const owned = new Request(`${address}/${copy.id}`, { headers: token(copy.editToken) });
  expect(await (await GET(owned, route(copy.id))).text()).not.toContain('SECRET');
  expect((await patch(id, token(copy.editToken), { title: 'x' })).status).toBe(403);
  const own = await (await ask(fork, id, token(editToken))).json();
  expect(own.tests).toMatchObject(judged.tests);
});

test('who says where a snippet comes from must name what is there', async () => {
  const { id } = await created();
  expect(await created({ ...hello, forkedFrom: { id, revision: 1 } })).toMatchObject({
    forkedFrom: { id, revision: 1 },
  });
  for (const forkedFrom of [{ id, revision: 2 }, { id: 'nothere123', revision: 1 }, { id }, id]) {
    const problem = await problemOf(await post(JSON.stringify({ ...hello, forkedFrom })));
    expect(problem.status).toBe(400);
    expect(problem.field).toMatch(/^forkedFrom/);
  }
});

test('what can be opened once: looking at its head does not burn it, two who open it at once do', async () => {
  const { id, burnsAfterView } = await created({ ...hello, expiry: 'first_view' });
  expect(burnsAfterView).toBe(true);
  expect((await ask(HEAD, id, {}, 'HEAD')).status).toBe(200);
  const answers = await Promise.all([get(id), get(id), ask(fork, id)]);
  expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(2);
  for (const late of [
    await get(id),
    await ask(revisions, id, {}, 'GET'),
    await ask(recording, id, {}, 'GET'),
  ])
    expect(await problemOf(late)).toMatchObject({ status: 410, code: 'gone' });
});

test('what has expired is a 410 at every door, by the clock of the server', async () => {
  const { id, editToken } = await created({ ...hello, expiry: '1d' });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 60 * 60 * 1000 + 1000 });
  onTestFinished(() => void vi.useRealTimers());
  const answers = [
    await get(id),
    await get(`${id}@1`),
    await put(id, token(editToken)),
    await remove(id, token(editToken)),
    await ask(fork, id),
    await ask(revisions, id, {}, 'GET'),
  ];
  for (const answer of answers) expect(await problemOf(answer)).toMatchObject({ status: 410, code: 'gone' });
});

test('what an operator hid is gone for everybody but its owner', async () => {
  const { id, editToken } = await created();
  await hideSnippet(id, true);
  for (const answer of [await get(id), await ask(fork, id), await ask(revisions, id, {}, 'GET')])
    expect(await problemOf(answer)).toMatchObject({ status: 410, code: 'gone' });
  const owner = new Request(`${address}/${id}`, { headers: token(editToken) });
  expect((await GET(owner, route(id))).status).toBe(200);
  await hideSnippet(id, false);
  expect((await get(id)).status).toBe(200);
});

test('a client that saves too many is told when to come back; another one is not held up', async () => {
  vi.stubEnv('RATE_LIMIT_SNIPPETS_PER_HOUR', '3');
  onTestFinished(() => void vi.stubEnv('RATE_LIMIT_SNIPPETS_PER_HOUR', '0'));
  const from = (peer: string) => post(JSON.stringify(hello), { ...json, 'X-Bugdrill-Peer': peer });
  const { id } = await (await from('192.0.2.9')).json();
  expect([(await from('192.0.2.9')).status, (await from('192.0.2.9')).status]).toEqual([201, 201]);
  const refused = await from('192.0.2.9');
  expect(refused.headers.get('retry-after')).toBe('1200');
  expect(await problemOf(refused)).toMatchObject({ status: 429, code: 'rate_limited' });
  expect((await ask(fork, id, { 'X-Bugdrill-Peer': '192.0.2.9' })).status).toBe(429);
  expect((await from('192.0.2.10')).status).toBe(201);
  expect((await from('2001:db8::1')).status).toBe(201);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 1_201_000 });
  onTestFinished(() => void vi.useRealTimers());
  expect((await from('192.0.2.9')).status).toBe(201);
});

test('a reader’s complaint is one line of the operator’s log, and says nothing back', async () => {
  const { id } = await created();
  const complain = (reason: unknown, peer = '192.0.2.20') =>
    report(
      new Request(`${address}/${id}/reports`, {
        method: 'POST',
        headers: { ...json, 'X-Bugdrill-Peer': peer },
        body: JSON.stringify({ reason }),
      }),
      route(id),
    );
  expect((await complain('spam"}\n{"forged":true}\u2028x')).status).toBe(204);
  const lines = (await readFile(join(scratch.folder, 'reports.jsonl'), 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { id, reason: 'spam"}\n{"forged":true}\u2028x' },
  ]);
  for (const wrong of ['', ' ', 5, 'x'.repeat(1001)])
    expect(await problemOf(await complain(wrong))).toMatchObject({ status: 400, field: 'reason' });
  vi.stubEnv('RATE_LIMIT_REPORTS_PER_HOUR', '1');
  onTestFinished(() => void vi.stubEnv('RATE_LIMIT_REPORTS_PER_HOUR', '20'));
  expect((await complain('again', '192.0.2.21')).status).toBe(204);
  expect((await complain('again', '192.0.2.21')).status).toBe(429);
});

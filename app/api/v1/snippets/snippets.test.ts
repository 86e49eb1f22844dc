import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryDatabase } from '#prisma/temporary-database.ts';
import { CreatedSnippet, Snippet } from '#protocol/snippet.ts';
import { DELETE, GET, PUT } from './[id]/route.ts';
import { POST } from './route.ts';

const address = 'http://localhost:8080/api/v1/snippets';
const json = { 'Content-Type': 'application/json' };
const hello = { title: 'Hello', language: 'python', code: 'print("Hello")' };

let scratch: AsyncDisposable;
beforeAll(async () => {
  scratch = await temporaryDatabase();
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

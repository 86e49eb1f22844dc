import { expect, test } from 'vitest';
import { POST } from './route.ts';

const preview = (body: unknown) =>
  POST(
    new Request('http://localhost:8080/drill/preview', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

test('a statement is drawn as its drill would show it', async () => {
  const answer = await preview({ statement: '**a** <script>b</script>' });
  expect(await answer.json()).toEqual({
    html: '<p><strong>a</strong> &lt;script&gt;b&lt;/script&gt;</p>\n',
  });
});

test.each([
  [{}, 400],
  [{ statement: 'a\0' }, 400],
  [{ statement: 'x'.repeat(32 * 1024 + 1) }, 413],
  [{ statement: 'x'.repeat(1024 * 1024) }, 413],
])('what is no statement is not drawn: %.20j', async (body, status) => {
  expect((await preview(body)).status).toBe(status);
});

import { NextRequest } from 'next/server.js';
import { afterEach, expect, test, vi } from 'vitest';
import { proxy } from '../../proxy.ts';

afterEach(() => vi.unstubAllEnvs());

function ask(host: string, method = 'GET') {
  return proxy(new NextRequest('http://localhost:8080/api/v1/snippets', { method, headers: { host } }));
}

test('a page whose name was rebound to this machine gets nothing, and its own name in no header', async () => {
  const answer = ask('evil.example:8080', 'POST');
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ success: false, error: { code: 'origin_refused' } });
  expect(answer.headers.get('Content-Security-Policy')).toBeNull();
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
});

test.each(['localhost:8080', '127.0.0.1:8080', '[::1]:8080'])('%s is a name of this machine', (host) => {
  const answer = ask(host);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Security-Policy')).toContain(host.replace('8080', '8082'));
});

test('a server that was opened to the network answers to any name, or to those that are listed', () => {
  vi.stubEnv('HOST', '0.0.0.0');
  expect(ask('box.lan:8080').status).toBe(200);
  vi.stubEnv('ALLOWED_HOSTS', 'box.lan, play.example');
  expect(ask('play.example').status).toBe(200);
  expect(ask('other.lan:8080').status).toBe(403);
});

test('only an embed can be framed, and nothing below it', () => {
  const policyOf = (path: string) =>
    proxy(
      new NextRequest(`http://localhost:8080${path}`, { headers: { host: 'localhost:8080' } }),
    ).headers.get('Content-Security-Policy');
  expect(policyOf('/embed/Ab3dEfGh9k@2?theme=dark')).toContain('frame-ancestors *');
  for (const path of ['/', '/s/Ab3dEfGh9k', '/s/Ab3dEfGh9k@2', '/embed/Ab3dEfGh9k/run', '/embed/x'])
    expect(policyOf(path)).toContain("frame-ancestors 'none'");
});

test('a picture that is opened by itself may do nothing at all', () => {
  for (const name of ['card.png', 'image.svg', 'qr.svg']) {
    const url = `http://localhost:8080/s/Ab3dEfGh9k@2/${name}`;
    const { headers } = proxy(new NextRequest(url, { headers: { host: 'localhost:8080' } }));
    expect(headers.get('Content-Security-Policy')).toBe(
      "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    );
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  }
});

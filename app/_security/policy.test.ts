import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, embedPolicy, executionUrlFor, isFrameable, ownOriginFor } from './policy.ts';

describe('the policy of a page', () => {
  const policy = contentSecurityPolicy({
    nonce: 'n1',
    executionUrl: 'http://box:8082',
    isDevelopment: false,
  });

  it('lets in scripts with this request’s nonce alone, and never evaluates text', () => {
    expect(policy).toContain("script-src 'self' 'nonce-n1' 'strict-dynamic';");
    expect(policy).not.toContain('unsafe-eval');
  });

  it('connects to this server and the execution server, over HTTP and its socket', () => {
    expect(policy).toContain("connect-src 'self' http://box:8082 ws://box:8082;");
  });

  it('is not framed, not rebased, and loads no plugin', () => {
    for (const part of ["frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"]) {
      expect(policy).toContain(part);
    }
  });
});

describe('the policy of what others frame', () => {
  const policy = embedPolicy({ nonce: 'n1', ownOrigin: 'http://box:8080' });

  it('lets anybody frame it, and lets it do nothing but run its script and ask its own server', () => {
    expect(policy).toContain('frame-ancestors *');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'nonce-n1';");
    expect(policy).toContain('connect-src http://box:8080;');
  });

  it.each(['/embed/Ab3dEfGh9k', '/embed/Ab3dEfGh9k@3', '/embed/Ab3dEfGh9k%403'])('%s', (path) => {
    expect(isFrameable(path)).toBe(true);
  });

  it.each([
    '/',
    '/s/Ab3dEfGh9k',
    '/embed',
    '/embed/',
    '/embed/Ab3dEfGh9k/run',
    '/embed/../s/x',
    '/xembed/Ab3dEfGh9k',
  ])('and not %s', (path) => expect(isFrameable(path)).toBe(false));

  it('a host that is not a host gets nothing into it', () => {
    expect(ownOriginFor('box:8080', true)).toBe('https://box:8080');
    for (const host of ['x; script-src *', 'a b', '', null]) expect(ownOriginFor(host, false)).toBe("'self'");
  });
});

describe('where a browser finds the execution server', () => {
  it.each([
    ['localhost:8080', false, 'http://localhost:8082'],
    ['play.example.org', true, 'https://play.example.org:8082'],
    ['[::1]:8080', false, 'http://[::1]:8082'],
  ])('%s', (host, isSecure, url) => {
    expect(executionUrlFor(host, isSecure)).toBe(url);
  });

  it('a host that is not a host gets nothing into the policy', () => {
    for (const host of ["x; script-src 'unsafe-inline'", 'a b', 'evil\r\nX: y', '', null]) {
      expect(executionUrlFor(host, false)).toBe('http://localhost:8082');
    }
  });
});

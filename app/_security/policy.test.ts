import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, executionUrlFor } from './policy.ts';

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

import { expect, test } from 'vitest';
import { OriginRule } from './origin.ts';

const local = new OriginRule({
  HOST: '127.0.0.1',
  ALLOWED_ORIGINS: ['https://play.example.org/'],
  ALLOWED_HOSTS: [],
});
const open = new OriginRule({ HOST: '0.0.0.0', ALLOWED_ORIGINS: [], ALLOWED_HOSTS: [] });
const named = new OriginRule({ HOST: '0.0.0.0', ALLOWED_ORIGINS: [], ALLOWED_HOSTS: ['box.lan'] });

test.each([
  ['a program, which sends no origin', undefined, 'localhost:8082', true],
  ['a page of the same host and another port', 'http://localhost:8080', 'localhost:8082', true],
  ['a page of a listed origin', 'https://play.example.org', '127.0.0.1:8082', true],
  ['a page of IPv6 loopback', 'http://[::1]:8080', '[::1]:8082', true],
  ['a page of somewhere else', 'https://evil.example', 'localhost:8082', false],
  ['a page whose name was rebound to loopback', 'http://evil.example:8080', 'evil.example:8082', false],
  ['a page that hides its origin', 'null', 'localhost:8082', false],
  ['a request without a host', undefined, undefined, false],
  ['a host that is no host', undefined, 'a b c', false],
])('%s', (_, origin, host, allowed) => {
  expect(local.allows(origin, host)).toBe(allowed);
});

test('a server that was opened to the network answers to any name, but only to pages of that name', () => {
  expect(open.allows('http://box.lan:8080', 'box.lan:8082')).toBe(true);
  expect(open.allows('https://evil.example', 'box.lan:8082')).toBe(false);
});

test('where host names are listed, others are refused and loopback still works', () => {
  expect(named.allows('http://box.lan:8080', 'box.lan:8082')).toBe(true);
  expect(named.allows(undefined, 'other.lan:8082')).toBe(false);
  expect(named.allows(undefined, 'localhost:8082')).toBe(true);
});

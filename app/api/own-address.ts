import { ownOriginFor } from '../_security/policy.ts';

const standard = { 'http:': ':80', 'https:': ':443' } as const;

/** This server as whoever asks sees it: the proxy let in no host that it does not answer to. */
export function originOf(headers: Pick<Headers, 'get'>): string {
  const isSecure = (headers.get('x-forwarded-proto') ?? 'http').startsWith('https');
  const origin = ownOriginFor(headers.get('host'), isSecure);
  return origin === "'self'" ? 'http://localhost' : origin;
}

/** Whether an address is one of this server's, as whoever asks sees it. */
export function isOwnAddress(url: URL, headers: Pick<Headers, 'get'>): boolean {
  const { protocol } = url;
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  const host = (headers.get('host') ?? '').toLowerCase();
  const withoutPort = host.endsWith(standard[protocol]) ? host.slice(0, -standard[protocol].length) : host;
  return url.host === withoutPort && url.username === '' && url.password === '';
}

import { executionUrlOf } from '../_run/execution-url.ts';

/** A host as a browser writes it; anything else must not get into a header. */
const hostPattern = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d+)?$/i;

interface PolicyParts {
  readonly nonce: string;
  /** Where pages may connect to beside this server: the execution server. */
  readonly executionUrl: string;
  /** The development server evaluates code and talks over its own socket; the product does not. */
  readonly isDevelopment: boolean;
}

/** The content security policy of every page: this origin and the execution server, nothing else. */
export function contentSecurityPolicy({ nonce, executionUrl, isDevelopment }: PolicyParts): string {
  const socketUrl = executionUrl.replace(/^http/, 'ws');
  const development = isDevelopment ? ["'unsafe-eval'"] : [];
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...development],
    // The editor and the highlighter place and colour text with style attributes.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'worker-src': ["'self'"],
    'connect-src': ["'self'", executionUrl, socketUrl],
    'frame-ancestors': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'object-src': ["'none'"],
  };
  return written(directives);
}

/**
 * The policy of the one page that others may frame. It shows, and runs when asked: one script, and nothing from
 * anywhere. In a sandbox its origin is none, so its own server is named.
 */
export function embedPolicy({ nonce, ownOrigin }: { nonce: string; ownOrigin: string }): string {
  return written({
    'default-src': ["'none'"],
    'script-src': [`'nonce-${nonce}'`],
    'style-src': ["'unsafe-inline'"],
    'connect-src': [ownOrigin],
    'frame-ancestors': ['*'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  });
}

/** The policy of a picture of ours that is opened by itself: it runs nothing and asks for nothing, whatever got into it. */
export const picturePolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

/** Whether this is the path of a snippet's picture. */
export function isPicture(path: string): boolean {
  return /^\/s\/[^/]+\/[a-z]+\.(?:png|svg)$/.test(path);
}

function written(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Whether others may frame what is at this path. */
export function isFrameable(path: string): boolean {
  return /^\/embed\/[0-9A-Za-z]{10}(?:(?:@|%40)\d{1,6})?$/i.test(path);
}

/** The other headers of every answer. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Where a browser that sees this server as `host` finds the execution server. */
export function executionUrlFor(host: string | null, isSecure: boolean): string {
  const match = hostPattern.exec(host ?? '');
  return executionUrlOf(isSecure ? 'https:' : 'http:', match?.[1] ?? 'localhost');
}

/** This server as its browser sees it; `'self'` where the host is none. */
export function ownOriginFor(host: string | null, isSecure: boolean): string {
  return hostPattern.test(host ?? '') ? `${isSecure ? 'https' : 'http'}://${host}` : "'self'";
}

import { type NextRequest, NextResponse } from 'next/server.js';
import { problemStatus } from '#protocol/problem.ts';
import { allowsHost } from '#trust/hosts.ts';
import {
  contentSecurityPolicy,
  embedPolicy,
  executionUrlFor,
  isFrameable,
  isPicture,
  ownOriginFor,
  picturePolicy,
  securityHeaders,
} from './app/_security/policy.ts';
import { readWebConfig, type WebConfig } from './app/config.ts';

/** Turns away who asks under a strange name; gives every page its own nonce and the headers that go with it. */
export function proxy(request: NextRequest): NextResponse {
  const settings = readWebConfig();
  if (!allowsHost(settings, request.headers.get('host') ?? undefined)) return strangeHost();
  const policy = policyFor(request, settings);
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  return response;
}

export const config = { matcher: '/((?!_next/static|_next/image).*)' };

function strangeHost(): NextResponse {
  const code = 'origin_refused';
  const message = 'This server does not answer to this host name; see ALLOWED_HOSTS.';
  const headers = { ...securityHeaders, 'Cache-Control': 'no-store' };
  return NextResponse.json(
    { success: false, error: { code, message } },
    { status: problemStatus[code], headers },
  );
}

function policyFor(request: NextRequest, settings: WebConfig): string {
  const { pathname } = request.nextUrl;
  if (isPicture(pathname)) return picturePolicy;
  const host = request.headers.get('host');
  const nonce = crypto.randomUUID();
  const ownOrigin = ownOriginFor(host, isSecure(request));
  if (isFrameable(pathname)) return embedPolicy({ nonce, ownOrigin });
  return contentSecurityPolicy({
    nonce,
    executionUrl: settings.PUBLIC_EXECUTION_URL ?? executionUrlFor(host, isSecure(request)),
    isDevelopment: settings.NODE_ENV === 'development',
  });
}

function isSecure(request: NextRequest): boolean {
  const forwarded = request.headers.get('x-forwarded-proto');
  return (forwarded ?? request.nextUrl.protocol).startsWith('https');
}

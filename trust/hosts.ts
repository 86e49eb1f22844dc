import { isIP } from 'node:net';

export interface HostSettings {
  /** Where the server listens. */
  readonly HOST: string;
  /** Names that it answers to beside those of loopback; none: any, unless it listens on loopback only. */
  readonly ALLOWED_HOSTS: readonly string[];
}

/**
 * Whether a request that was sent to `host`, as its `Host` says it, is to be answered. A page of a strange name that
 * resolves to this machine (DNS rebinding) is of the "same host" as its requests, so a server that listens only on
 * loopback answers only to loopback names.
 */
export function allowsHost({ HOST, ALLOWED_HOSTS }: HostSettings, host: string | undefined): boolean {
  const name = hostName(host);
  if (name === undefined) return false;
  if (ALLOWED_HOSTS.includes(name)) return true;
  return ALLOWED_HOSTS.length > 0 || isLoopback(HOST) ? isLoopback(name) : true;
}

/** The name in a `Host` header, without port and brackets; undefined when there is none. */
export function hostName(host: string | undefined): string | undefined {
  return host === undefined ? undefined : nameIn(`http://${host}`);
}

/** The host's name in a URL or an origin; undefined when it is no such thing. */
export function nameIn(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  // IPv6 addresses stand in brackets in a URL.
  return new URL(url).hostname.replace(/^\[|\]$/g, '').toLowerCase();
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}

import type { IncomingHttpHeaders } from 'node:http';
import { Refused } from '#protocol/problem.ts';
import { clientNetwork, plainAddress, type TrustedProxies } from '#trust/addresses.ts';
import { clientHeader, isSame, secretHeader } from '#trust/secret.ts';
import { isTicket, isValidTicket } from '#trust/ticket.ts';
import { type ApiKeys, keyClient } from './keys.ts';

/** What a request shows of who sends it, at either door. */
export interface Knock {
  readonly peer: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** An API key or a ticket. */
  readonly token?: string | undefined;
}

export interface DoorkeeperParts {
  readonly keys: ApiKeys;
  /** The secret that the web server shares. */
  readonly secret: string;
  readonly proxies: TrustedProxies;
}

/**
 * Says who a client is, for fair turns and limits: `key:NAME` with an API key, `address:…` without. And once there are
 * keys, who is let in.
 */
export class Doorkeeper {
  constructor(private readonly parts: DoorkeeperParts) {}

  /** The client's name. Throws `Refused` when there are keys and it shows nothing that lets it in. */
  admit({ peer, headers, token }: Knock, accepts: 'key' | 'key or ticket'): string {
    const { keys, secret } = this.parts;
    const key = token === undefined ? undefined : keys.find(token);
    if (key !== undefined) return keyClient(key);
    const ticketFits = accepts === 'key or ticket' && token !== undefined && isValidTicket(token, secret);
    if (keys.areRequired && !ticketFits && !this.isHouse(headers)) throw unauthorized(token);
    return this.addressOf({ peer, headers });
  }

  /** The client as long as it has shown no key. */
  private addressOf({ peer, headers }: Knock): string {
    const reported = this.isHouse(headers) ? plainAddress(single(headers[clientHeader])) : undefined;
    const address = reported ?? this.parts.proxies.clientOf(peer, single(headers['x-forwarded-for']));
    return `address:${clientNetwork(address)}`;
  }

  /** Who a connection is of before anything was said on it; undefined when it is of a trusted proxy, and so of many. */
  whoConnects(peer: string | undefined): string | undefined {
    const address = plainAddress(peer ?? '') ?? 'unknown';
    return this.parts.proxies.isTrusted(address) ? undefined : clientNetwork(address);
  }

  /** Whether it is the web server that asks. */
  isHouse(headers: IncomingHttpHeaders): boolean {
    const shown = headers[secretHeader];
    return shown !== undefined && isSame(single(shown), this.parts.secret);
  }
}

/** The key of `Authorization: Bearer KEY`. */
export function bearerToken({ authorization }: IncomingHttpHeaders): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
}

function single(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(',') : (value ?? '');
}

function unauthorized(token: string | undefined): Refused {
  return new Refused({ code: 'unauthorized', message: reasonFor(token) });
}

function reasonFor(token: string | undefined): string {
  if (token === undefined) return 'This server wants an API key: send it as "Authorization: Bearer KEY".';
  if (isTicket(token)) return 'This ticket does not open this door, or no longer.';
  return 'There is no such API key, or no longer.';
}

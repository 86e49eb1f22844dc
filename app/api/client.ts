import { plainAddress, TrustedProxies } from '#trust/addresses.ts';
import { readWebConfig } from '../config.ts';
import { peerHeader } from './peer.ts';

/** The address that a request comes from, as far as it is known. */
export function clientOf({ headers }: Request): string | undefined {
  const peer = plainAddress(headers.get(peerHeader) ?? '');
  const proxies = new TrustedProxies(readWebConfig().TRUSTED_PROXIES);
  return peer && proxies.clientOf(peer, headers.get('x-forwarded-for') ?? undefined);
}

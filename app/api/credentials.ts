import { plainAddress, TrustedProxies } from '#trust/addresses.ts';
import { clientHeader, readSecret, secretHeader } from '#trust/secret.ts';
import { readWebConfig } from '../config.ts';
import { peerHeader } from './peer.ts';

/**
 * The headers that show the execution server that it is the web server who asks, and for whom. Without the secret there
 * are none: then it asks in its own name, and is let in while there are no API keys.
 */
export async function credentials(request?: Request): Promise<Record<string, string>> {
  const config = readWebConfig();
  const secret = await readSecret(config);
  if (secret === undefined) return {};
  const client = request && clientOf(request, config.TRUSTED_PROXIES);
  return { [secretHeader]: secret, ...(client === undefined ? {} : { [clientHeader]: client }) };
}

function clientOf({ headers }: Request, networks: readonly string[]): string | undefined {
  const peer = plainAddress(headers.get(peerHeader) ?? '');
  return peer && new TrustedProxies(networks).clientOf(peer, headers.get('x-forwarded-for') ?? undefined);
}

import { clientHeader, readSecret, secretHeader } from '#trust/secret.ts';
import { readWebConfig } from '../config.ts';
import { clientOf } from './client.ts';

/**
 * The headers that show the execution server that it is the web server who asks, and for whom. Without the secret there
 * are none: then it asks in its own name, and is let in while there are no API keys.
 */
export async function credentials(request?: Request): Promise<Record<string, string>> {
  const secret = await readSecret(readWebConfig());
  if (secret === undefined) return {};
  const client = request && clientOf(request);
  return { [secretHeader]: secret, ...(client === undefined ? {} : { [clientHeader]: client }) };
}

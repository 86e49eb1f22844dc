import { FormatRequest } from '#protocol/format.ts';
import { readWebConfig } from '../../../config.ts';
import { answer } from '../../answer.ts';
import { readJson } from '../../body.ts';
import { credentials } from '../../credentials.ts';
import { format } from '../../execution.ts';

/** The execution server’s `POST /format`, asked in the name of whoever asks here, whether it wants keys or not. */
export function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const wanted = FormatRequest.parse(await readJson(request));
    const server = { url: readWebConfig().EXECUTION_URL, credentials: await credentials(request) };
    return await format(wanted, server, request.signal);
  });
}

import { readSecret } from '#trust/secret.ts';
import { signTicket } from '#trust/ticket.ts';
import { readWebConfig } from '../../../config.ts';
import { answer, faultAnswer, jsonAnswer } from '../../answer.ts';

/** What lets a page of ours in at the execution server, where API keys are required. */
export function POST(request: Request): Promise<Response> {
  return answer(request, sayTicket);
}

async function sayTicket(): Promise<Response> {
  const secret = await readSecret(readWebConfig());
  if (secret !== undefined) return jsonAnswer({ ticket: signTicket(secret) });
  const missing = new Error(
    'There is no secret: set SECRET_FILE or BUGDRILL_SECRET as the execution server has it.',
  );
  return faultAnswer(missing, 503, 'This server does not share the execution server’s secret.');
}

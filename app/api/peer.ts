import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The address that a request's connection comes from. Set here for every request, whatever its sender put there. */
export const peerHeader = 'x-bugdrill-peer';
/** What a page knows the answer by that it is part of. */
const answerHeader = 'x-bugdrill-answer';

/** Bundlers load modules more than once, so the process keeps them: the answers under way, by their mark. */
const shared = globalThis as { bugdrillAnswers?: Map<string, ServerResponse> };

/** Next hands routes no connection, and lets any sender say `X-Forwarded-For`: so each request is marked as it comes in. */
export function markPeers(): void {
  const answers = new Map<string, ServerResponse>();
  shared.bugdrillAnswers = answers;
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as {
      readonly request: IncomingMessage;
      readonly response: ServerResponse;
    };
    const mark = randomUUID();
    request.headers[peerHeader] = request.socket.remoteAddress ?? '';
    request.headers[answerHeader] = mark;
    answers.set(mark, response);
    response.once('close', () => answers.delete(mark));
  });
}

/** Gives a page a status that Next has no function for, as long as nothing of it was sent. */
export function setPageStatus(headers: Pick<Headers, 'get'>, status: number): void {
  const response = shared.bugdrillAnswers?.get(headers.get(answerHeader) ?? '');
  if (response !== undefined && !response.headersSent) response.statusCode = status;
}

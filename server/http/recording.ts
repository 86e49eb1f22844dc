import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refused } from '#protocol/problem.ts';
import { runTokenHeader } from '#protocol/recorded-run.ts';
import { RunId } from '#protocol/socket.ts';
import type { Doorkeeper } from '../clients/doorkeeper.ts';
import type { LiveRuns } from '../runs/live-runs.ts';

export interface RecordingParts {
  readonly runs: Pick<LiveRuns, 'recording'>;
  readonly doorkeeper: Doorkeeper;
}

/** `GET /runs/:runId/recording`: what a run did, for the web server, and only in the name of who has the run's token. */
export async function answerRecording(
  { runs, doorkeeper }: RecordingParts,
  { headers, params }: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (!doorkeeper.isHouse(headers))
    throw new Refused({ code: 'unauthorized', message: 'Only the web server is told what a run did.' });
  const runId = RunId.parse((params as { runId?: unknown }).runId);
  const token = headers[runTokenHeader];
  await reply.send(runs.recording(runId, typeof token === 'string' ? token : ''));
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecuteAnswer } from '#protocol/execute.ts';
import { type FormatAnswer, FormatRequest } from '#protocol/format.ts';
import { RunRequest } from '#protocol/run-request.ts';
import { gather } from '../runs/gather.ts';
import { stdinOf } from '../runs/stdin.ts';
import { type ExecuteParts, stopWhenGone } from './execute.ts';
import { sendProblem } from './problems.ts';
import { rateHeaders } from './rate-headers.ts';

const longestMessage = 4_000;

/** `POST /format`: code as its language's formatter lays it out, in a sandbox like any run. */
export async function answerFormat(
  { runner, rates, answers }: ExecuteParts,
  http: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { language, code, file } = FormatRequest.parse(http.body);
  const request = RunRequest.parse({ language, code, entry: file });
  const stop = stopWhenGone(reply);
  const control = { stdin: stdinOf(code, false), stop, client: http.client };
  const run = runner.format(request, control);
  answers.add(http, reply);
  reply.headers(rateHeaders(rates.standing(http.client)));
  const answer = await gather(run.events);
  if (answer.outcome === 'platform_fault')
    return sendProblem(reply, { code: 'platform_fault', message: answer.message, requestId: run.runId });
  const text = JSON.stringify(formatAnswer(answer, { code, formatter: run.formatter }));
  const sent = reply.type('application/json; charset=utf-8').send(text);
  answers.weigh(reply, Buffer.byteLength(text));
  await sent;
}

function formatAnswer(
  answer: ExecuteAnswer,
  { code, formatter }: { readonly code: string; readonly formatter: string },
): FormatAnswer {
  if (!answer.success) {
    const message = (answer.stderr || answer.stdout || answer.message).trim().slice(0, longestMessage);
    return { success: false, formatter, formatted: null, changed: false, message };
  }
  const formatted = answer.stdout;
  return { success: true, formatter, formatted, changed: formatted !== code, message: '' };
}

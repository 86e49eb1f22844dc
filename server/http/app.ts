import { randomUUID } from 'node:crypto';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
  type onRequestHookHandler,
} from 'fastify';
import type { Logger } from 'pino';
import type { LanguagesAnswer } from '#protocol/language.ts';
import type { OriginRule } from '../origin.ts';
import type { OperatorRanges } from '../runs/limits.ts';
import type { RunRates } from '../runs/run-rates.ts';
import type { Runner } from '../runs/runner.ts';
import { admit } from './admission.ts';
import { docsPage } from './docs-page.ts';
import { answerExecute } from './execute.ts';
import { answerFormat } from './format.ts';
import { answerHealth, type HealthSource } from './health.ts';
import type { OpenAnswers } from './open-answers.ts';
import { openApiDocument } from './openapi.ts';
import { answerProblem, sendProblem } from './problems.ts';
import { rateHeaders } from './rate-headers.ts';
import { answerRecording, type RecordingParts } from './recording.ts';
import {
  answerConnectionError,
  type ClientPatience,
  defaultPatience,
  keepAliveMs,
  maxHeaders,
  patienceOptions,
} from './slow-clients.ts';

/** A request's largest form: 1 MiB of source that JSON escapes, its stdin, and 4 MiB of tests. */
const maxBodyBytes = 16 * 1024 * 1024;

/** The measurements as Prometheus reads them. */
export interface MetricsSource {
  readonly contentType: string;
  read(): Promise<string>;
}

export interface HttpParts extends RecordingParts {
  readonly runner: Runner;
  readonly languages: { answer(): LanguagesAnswer };
  readonly health: HealthSource;
  readonly origins: OriginRule;
  readonly rates: RunRates;
  readonly answers: OpenAnswers;
  readonly metrics: MetricsSource;
  readonly maxConnections: number;
  readonly patience?: ClientPatience;
  readonly log: Logger;
  readonly version: string;
  readonly limits: OperatorRanges;
}

/** Door one: REST. Builds it; listening is the caller's. */
export function buildHttp(parts: HttpParts): FastifyInstance {
  const app = createApp(parts);
  app.addHook('onRequest', async (request, reply) => guard(parts.origins, request, reply));
  app.addHook('onRequest', async (request) => admit(parts.doorkeeper, request));
  const document = openApiDocument(parts.version, parts.limits);
  const page = docsPage(document);
  const tellRate: onRequestHookHandler = ({ client }, reply, done) => {
    reply.headers(rateHeaders(parts.rates.standing(client)));
    done();
  };
  app.get('/health', (_request, reply) => answerHealth(parts.health, reply));
  app.get('/languages', async () => parts.languages.answer());
  app.post('/execute', { onRequest: tellRate }, (request, reply) => answerExecute(parts, request, reply));
  app.post('/format', { onRequest: tellRate }, (request, reply) => answerFormat(parts, request, reply));
  app.get('/runs/:runId/recording', (request, reply) => answerRecording(parts, request, reply));
  app.get('/metrics', (_request, reply) => sendMetrics(parts.metrics, reply));
  app.get('/openapi.json', async () => document);
  app.get('/docs', (_request, reply) => sendPage(reply, page));
  app.options('/*', (_request, reply) => reply.code(204).send());
  return app;
}

function createApp(parts: HttpParts): FastifyInstance {
  const patience = parts.patience ?? defaultPatience;
  const app = Fastify({
    loggerInstance: parts.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxBodyBytes,
    genReqId: () => randomUUID(),
    http: patienceOptions(patience),
    requestTimeout: patience.requestMs,
    keepAliveTimeout: keepAliveMs,
    clientErrorHandler: answerConnectionError,
    forceCloseConnections: 'idle',
    // An address that is none never comes to the hooks.
    frameworkErrors: (error, request, reply) => {
      guard(parts.origins, request, reply);
      if (!reply.sent) answerProblem(error, request, reply);
    },
  }) as unknown as FastifyInstance;
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler(answerNotFound);
  app.server.maxConnections = parts.maxConnections;
  app.server.maxHeadersCount = maxHeaders;
  app.decorateRequest('client', '');
  return app;
}

/** Every answer's headers, and the end of the road for pages that have no business here. */
function guard(origins: OriginRule, request: FastifyRequest, reply: FastifyReply): void {
  const { origin, host } = request.headers;
  reply.headers({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cache-Control': 'no-store',
    Vary: 'Origin',
  });
  if (!origins.allows(origin, host)) {
    sendProblem(reply, {
      code: 'origin_refused',
      message: 'This page, or this host name, may not use this server.',
      requestId: request.id,
    });
    return;
  }
  if (origin !== undefined) {
    reply.headers({
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Methods': 'GET, HEAD, POST, OPTIONS',
      'Access-Control-Allow-Headers': 'Content-Type, Accept, Authorization',
      'Access-Control-Expose-Headers': 'Retry-After, RateLimit, RateLimit-Policy, WWW-Authenticate',
      'Access-Control-Max-Age': '600',
    });
  }
}

/** Nothing is there, or something that answers other methods. */
function answerNotFound({ server, method, url, id: requestId }: FastifyRequest, reply: FastifyReply): void {
  const path = url.split('?')[0] ?? '';
  const methods = ['GET', 'HEAD', 'POST'].filter((other) => server.hasRoute({ method: other, url: path }));
  if (methods.length > 0) {
    reply.header('Allow', [...methods, 'OPTIONS'].join(', '));
    const message = `${path} answers ${methods.join(' and ')}, not ${method}. See /docs.`;
    sendProblem(reply, { code: 'method_not_allowed', message, requestId });
    return;
  }
  sendProblem(reply, {
    code: 'not_found',
    message: `There is nothing at ${method} ${path}. See /docs.`,
    requestId,
  });
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  return reply
    .header(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    )
    .type('text/html; charset=utf-8')
    .send(page);
}

async function sendMetrics(metrics: MetricsSource, reply: FastifyReply): Promise<void> {
  await reply.header('Content-Type', metrics.contentType).send(await metrics.read());
}

import { z } from 'zod';
import { ExecuteAnswer } from '#protocol/execute.ts';
import { FormatAnswer, FormatRequest } from '#protocol/format.ts';
import { ServerHealth } from '#protocol/health.ts';
import { LanguagesAnswer } from '#protocol/language.ts';
import { ProblemAnswer } from '#protocol/problem.ts';
import { RunEvent } from '#protocol/run-event.ts';
import type { OperatorRanges } from '../runs/limits.ts';
import { describedBody } from './openapi-body.ts';

/** A JSON Schema as zod writes it. */
export type Schema = Readonly<Record<string, unknown>>;

interface Answer {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>;
}

export interface Operation {
  readonly summary: string;
  readonly description: string;
  readonly requestBody?: { readonly required: true; readonly content: NonNullable<Answer['content']> };
  readonly responses: Readonly<Record<string, Answer>>;
}

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** The REST door as an OpenAPI document, made from the schemas that the door itself parses with, and the limits. */
export function openApiDocument(version: string, ranges: OperatorRanges): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Bugdrill execution server',
      version,
      description: 'Runs code in hardened single-use containers. For live output and stdin, use Socket.IO.',
    },
    paths: {
      '/execute': { post: execute(ranges) },
      '/format': { post: format() },
      '/languages': { get: languages() },
      '/health': { get: health() },
      '/metrics': { get: metrics() },
    },
  };
}

function execute(ranges: OperatorRanges): Operation {
  return {
    summary: 'Run code and get all of its output',
    description:
      'A program that fails is still a 200: look at `success` and `outcome`. ' +
      'With `Accept: application/x-ndjson` the events are streamed, one JSON object a line, as they happen.',
    requestBody: { required: true, content: json(input(describedBody(ranges)), exampleRequest) },
    responses: {
      200: {
        description: 'The run ended, one way or another.',
        content: {
          ...json(output(ExecuteAnswer), exampleAnswer),
          'application/x-ndjson': { schema: output(RunEvent) },
        },
      },
      401: unauthorized,
      400: problem('The request is wrong; `error.field` names where.'),
      404: problem('There is no such language; `error.suggestions` has near ones.'),
      413: problem('Something is too large; `error.field` names what.'),
      429: problem(
        'This client runs too often, or too much at once. `Retry-After` says when to come back; `RateLimit` and ' +
          '`RateLimit-Policy` are in every answer.',
      ),
      415: problem('The body is not `application/json`.'),
      503: problem(
        'Too many runs wait, or the language is still being built. `Retry-After` says when to come back.',
      ),
      500: {
        description:
          'The server failed, never the program. `error.requestId` finds it in the log. Where the run had begun, what had ' +
          'come until then is there too.',
        content: json(output(z.union([ProblemAnswer, ExecuteAnswer]))),
      },
    },
  };
}

function format(): Operation {
  return {
    summary: 'Lay code out as its language’s formatter does',
    description:
      'The formatter runs in a sandbox, like any program. Code that it cannot format is still a 200: look at `success`. ' +
      '`/languages` says which languages have one.',
    requestBody: {
      required: true,
      content: json(input(FormatRequest), { language: 'python', code: 'x=1' }),
    },
    responses: {
      200: {
        description: 'The code as it is laid out, or what the formatter said.',
        content: json(output(FormatAnswer), exampleFormat),
      },
      401: unauthorized,
      400: problem('The request is wrong, or the language has no formatter; `error.field` names where.'),
      404: problem('There is no such language; `error.suggestions` has near ones.'),
      413: problem('The code is too large.'),
      429: problem('This client runs too often, or too much at once. `Retry-After` says when to come back.'),
      415: problem('The body is not `application/json`.'),
      503: problem('Too many runs wait, or the language cannot be run yet.'),
      500: problem('The server failed, never the code. `error.requestId` finds it in the log.'),
    },
  };
}

const exampleFormat = {
  success: true,
  formatter: 'Black',
  formatted: 'x = 1\n',
  changed: true,
  message: '',
};

function languages(): Operation {
  return {
    summary: 'What can be run, in which version, within which limits',
    description: 'Languages whose image is still being built are listed with their progress.',
    responses: {
      200: { description: 'The languages.', content: json(output(LanguagesAnswer)) },
      401: unauthorized,
    },
  };
}

function health(): Operation {
  return {
    summary: 'How the server is',
    description: 'Also as HEAD.',
    responses: {
      200: { description: 'Code can be run.', content: json(output(ServerHealth)) },
      503: { description: 'Code cannot be run, now or yet.', content: json(output(ServerHealth)) },
    },
  };
}

function metrics(): Operation {
  return {
    summary: 'Measurements for Prometheus',
    description: 'Runs, times, queue, pool, sandboxes, and the process itself, in the text format.',
    responses: {
      200: {
        description: 'The measurements.',
        content: { 'text/plain; version=0.0.4': { schema: { type: 'string' } } },
      },
      401: unauthorized,
    },
  };
}

const exampleRequest = { code: 'print("Hello World")', language: 'python', timeout_sec: 10 };

const exampleAnswer = {
  success: true,
  stdout: 'Hello World\n',
  stderr: '',
  exit_code: 0,
  execution_time_ms: 14,
  outcome: 'ok',
  message: 'Finished. Exit code 0.',
  signal: null,
  cpu_time_ms: 13,
  memory_bytes: 7_340_032,
  truncated: false,
  compile: null,
  diagnostics: [],
  facts: [],
  artifacts: [],
  artifacts_left_out: [],
  cached: false,
  language: 'python',
  version: '3.13.5',
  image_digest: 'sha256:9f2c1a7d',
};

const unauthorized = problem(
  'This server wants an API key: `Authorization: Bearer KEY`. Keys are needed once one was created.',
);

function problem(description: string): Answer {
  return { description, content: json(output(ProblemAnswer)) };
}

function json(schema: Schema, example?: unknown): NonNullable<Answer['content']> {
  return { 'application/json': example === undefined ? { schema } : { schema, example } };
}

function input(schema: z.ZodType): Schema {
  return withoutDraft(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
}

function output(schema: z.ZodType): Schema {
  return withoutDraft(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }));
}

/** OpenAPI 3.1 says once for the whole document which draft it speaks. */
function withoutDraft({ $schema, ...schema }: Record<string, unknown>): Schema {
  return schema;
}

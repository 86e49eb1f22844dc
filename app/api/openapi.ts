import { z } from 'zod';
import { ExecuteAnswer } from '#protocol/execute.ts';
import { ProblemAnswer } from '#protocol/problem.ts';
import {
  CreatedSnippet,
  NewRevision,
  NewSnippet,
  RevisionList,
  SavedSnippet,
  Snippet,
  SnippetChange,
  SnippetExecuteRequest,
  SnippetReport,
} from '#protocol/snippet.ts';
import { Submission, SubmissionAnswer } from '#protocol/submission.ts';
import { doorPaths } from './openapi-doors.ts';
import * as examples from './openapi-examples.ts';

interface Answer {
  readonly description: string;
  readonly content?: object;
}

/** What is said of one operation; everything else of it follows. */
interface Told {
  readonly summary: string;
  readonly description?: string;
  readonly body?: { readonly schema: z.ZodType; readonly example: unknown; readonly isOptional?: boolean };
  readonly answers: Readonly<Record<number, Answer>>;
  /** Whether only who holds the edit token may. */
  readonly isOwners?: boolean;
  readonly headers?: readonly object[];
}

/** The web server's API as an OpenAPI document, made from the schemas that its routes parse with. */
export function openApiDocument(version: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Bugdrill snippets',
      version,
      description:
        'Saved programs: immutable revisions under one link, owned by whoever holds the edit token. `:id` is ten letters and digits; ' +
        'where something is read, `:id@3` names a revision. A snippet weighs at most 1 MiB, its recording 256 KiB. ' +
        'A snippet with tests is a drill: `statement` says in Markdown (at most 32 KiB) what it asks for. ' +
        'What can be opened once (`first_view`) is gone with whatever reads it first, unless that is its owner or a HEAD.',
    },
    components: {
      securitySchemes: {
        editToken: { type: 'apiKey', in: 'header', name: 'X-Edit-Token' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
    paths: {
      '/api/v1/snippets': { post: operation(create) },
      '/api/v1/snippets/{id}': {
        parameters: [idParameter],
        get: operation(read),
        put: operation(revise),
        patch: operation(change),
        delete: operation(remove),
      },
      '/api/v1/snippets/{id}/revisions': { parameters: [idParameter], get: operation(revisions) },
      '/api/v1/snippets/{id}/fork': { parameters: [idParameter], post: operation(fork) },
      '/api/v1/snippets/{id}/token': { parameters: [idParameter], post: operation(rotate) },
      '/api/v1/snippets/{id}/recording': { parameters: [idParameter], get: operation(recording) },
      '/api/v1/snippets/{id}/execute': { parameters: [idParameter], post: operation(run) },
      '/api/v1/snippets/{id}/submit': { parameters: [idParameter], post: operation(submit) },
      '/api/v1/snippets/{id}/reports': { parameters: [idParameter], post: operation(report) },
      ...doorPaths,
    },
  };
}

const idParameter = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string' },
  example: 'Ab3dEfGh9k',
};

const create: Told = {
  summary: 'Save a program under a new link',
  description:
    'The edit token is told here and never again: only its hash is kept. `run` names a run of this very program, as ' +
    '`run:start` answered; the server fetches what it did from the execution server. Where it cannot be kept, the answer says why.',
  body: { schema: NewSnippet, example: examples.newSnippet },
  answers: { 201: json('Saved.', CreatedSnippet, examples.created), 413: problem('More than 1 MiB.') },
};

const read: Told = {
  summary: 'Read a snippet, or one revision of it',
  description: 'Hidden tests are redacted for whoever does not send the edit token. `ETag` is the revision.',
  answers: { 200: json('The snippet.', Snippet, examples.snippet) },
};

const revise: Told = {
  summary: 'Add a revision, which the link shows from now on',
  body: { schema: NewRevision, example: examples.newRevision },
  isOwners: true,
  headers: [
    {
      name: 'If-Match',
      in: 'header',
      description: 'The ETag of the revision that was read: so that none is written over unseen.',
      schema: { type: 'string' },
      example: '"3"',
    },
  ],
  answers: {
    200: json('Saved.', SavedSnippet, examples.snippet),
    412: problem('There is a later revision than `If-Match` names.'),
    413: problem('More than 1 MiB.'),
  },
};

const change: Told = {
  summary: 'Rename, say who may find it, or how long it lasts',
  body: { schema: SnippetChange, example: { title: 'Hello', visibility: 'unlisted', expiry: '7d' } },
  isOwners: true,
  answers: { 200: json('Changed.', Snippet, examples.snippet) },
};

const remove: Told = {
  summary: 'Delete it with all its revisions and recordings',
  isOwners: true,
  answers: { 204: { description: 'Deleted; nothing of it is kept.' } },
};

const revisions: Told = {
  summary: 'List its revisions, the latest first',
  answers: { 200: json('The revisions, without their code.', RevisionList, examples.revisions) },
};

const fork: Told = {
  summary: 'Copy it under a new link, which is yours',
  description: 'Hidden tests stay behind, unless it is their owner who asks.',
  answers: { 201: json('Copied.', CreatedSnippet, examples.created) },
};

const rotate: Told = {
  summary: 'Replace the edit token',
  isOwners: true,
  answers: {
    200: json('The new one; the old one opens nothing any more.', z.object({ editToken: z.string() }), {
      editToken: examples.created.editToken,
    }),
  },
};

const recording: Told = {
  summary: 'What the run that was shared with it did',
  answers: { 200: { description: 'Its events, in order.', content: { 'application/json': {} } } },
};

const run: Told = {
  summary: 'Run it',
  description: 'What is not said comes from the snippet. Answers as `POST /execute` of the execution server.',
  body: { schema: SnippetExecuteRequest, example: { stdin: '42\n', timeout_sec: 5 }, isOptional: true },
  answers: {
    200: json('The run ended, one way or another.', ExecuteAnswer),
    502: problem('The execution server is not reachable.'),
    504: problem('It did not answer in time.'),
  },
};

const submit: Told = {
  summary: 'Have a try at it judged by all of its tests',
  description:
    'What is not said comes from the snippet. Of a hidden test its number, name, verdict and time are told, and nothing else. ' +
    'With `Accept: application/x-ndjson` each verdict comes on a line of its own as soon as it is there, and `finished` last.',
  body: { schema: Submission, example: { code: 'print(input())\n' }, isOptional: true },
  answers: {
    200: json('It was judged.', SubmissionAnswer, examples.submitted),
    502: problem('The execution server is not reachable.'),
  },
};

const report: Told = {
  summary: 'Tell the operator of this server what is wrong with it',
  body: { schema: SnippetReport, example: { reason: 'This is spam.' } },
  answers: { 204: { description: 'Told.' } },
};

function operation({ summary, description, body, answers, isOwners, headers }: Told) {
  return {
    summary,
    ...(description === undefined ? {} : { description }),
    ...(headers === undefined ? {} : { parameters: headers }),
    ...(isOwners ? { security: [{ editToken: [] }, { bearer: [] }] } : {}),
    ...(body === undefined ? {} : { requestBody: requestBody(body) }),
    responses: { ...answers, ...(isOwners ? { 403: notYours } : {}), ...refusals },
  };
}

const notYours = problem('The edit token is missing, or not that of this snippet.');
const refusals = {
  400: problem('The request is wrong; `error.field` names where.'),
  404: problem('There is no such link, or it was deleted.'),
  410: problem(
    'It has expired, was opened for the one time that it could be, or was hidden by the operator.',
  ),
  429: problem('Too many from this client. `Retry-After` says when to come back.'),
};

function requestBody({ schema, example, isOptional = false }: NonNullable<Told['body']>) {
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return { required: !isOptional, content: { 'application/json': { schema: described, example } } };
}

function json(description: string, schema: z.ZodType, example?: unknown): Answer {
  const described = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
  const content = example === undefined ? { schema: described } : { schema: described, example };
  return { description, content: { 'application/json': content } };
}

function problem(description: string): Answer {
  return json(description, ProblemAnswer);
}

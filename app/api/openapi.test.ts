import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import {
  CreatedSnippet,
  NewRevision,
  NewSnippet,
  RevisionList,
  Snippet,
  SnippetChange,
  SnippetExecuteRequest,
  SnippetReport,
} from '#protocol/snippet.ts';
import { SubmissionAnswer } from '#protocol/submission.ts';
import { openApiDocument } from './openapi.ts';
import * as examples from './openapi-examples.ts';

// biome-ignore lint/suspicious/noExplicitAny: a document of JSON
const paths: Record<string, any> = openApiDocument('0').paths;
const methods = ['get', 'put', 'patch', 'post', 'delete'];

test('every operation that is described is there, and every one that is there is described', () => {
  for (const [path, item] of Object.entries(paths)) {
    const file = new URL(`..${path.replace('{id}', '[id]')}/route.ts`, import.meta.url);
    expect(existsSync(fileURLToPath(file))).toBe(true);
    const source = readFileSync(fileURLToPath(file), 'utf8');
    const exported = methods.filter((method) => source.includes(`export function ${method.toUpperCase()}(`));
    expect(methods.filter((method) => method in item)).toEqual(exported);
  }
});

test('the examples are what the schemas say', () => {
  expect(NewSnippet.safeParse(examples.newSnippet).success).toBe(true);
  expect(NewRevision.safeParse(examples.newRevision).success).toBe(true);
  expect(Snippet.parse(examples.snippet)).toEqual(examples.snippet);
  expect(CreatedSnippet.parse(examples.created)).toEqual(examples.created);
  expect(RevisionList.parse(examples.revisions)).toEqual(examples.revisions);
  expect(SubmissionAnswer.parse(examples.submitted)).toEqual(examples.submitted);
  const body = (path: string, method: string) =>
    paths[path][method].requestBody.content['application/json'].example;
  SnippetChange.parse(body('/api/v1/snippets/{id}', 'patch'));
  SnippetReport.parse(body('/api/v1/snippets/{id}/reports', 'post'));
  SnippetExecuteRequest.parse(body('/api/v1/snippets/{id}/execute', 'post'));
});

test('what only an owner may do says which token it wants, and what comes of another', () => {
  for (const [path, method] of [
    ['/api/v1/snippets/{id}', 'put'],
    ['/api/v1/snippets/{id}', 'patch'],
    ['/api/v1/snippets/{id}', 'delete'],
    ['/api/v1/snippets/{id}/token', 'post'],
  ] as const) {
    expect(paths[path][method].security).toEqual([{ editToken: [] }, { bearer: [] }]);
    expect(paths[path][method].responses[403]).toBeDefined();
  }
});

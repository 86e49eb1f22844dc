import { expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { operatorRanges } from '../runs/limits.ts';
import { docsPage } from './docs-page.ts';
import { openApiDocument } from './openapi.ts';

const settings = readConfig({ RUN_TIME_MS: '3000', RUN_TIME_CAP_MS: '7000', COMPILE_TIME_CAP_MS: '91000' });
const document = openApiDocument('0', operatorRanges(settings));
// biome-ignore lint/suspicious/noExplicitAny: a document of JSON
const body: any = document.paths['/execute']?.['post']?.requestBody?.content['application/json']?.schema;
const page = docsPage(document);

test('every limit of a run says what may be asked of it, as this server is set', () => {
  const { properties } = body.properties.limits;
  expect(properties.wall_ms).toMatchObject({ type: 'integer', minimum: 100, maximum: 7000, default: 3000 });
  expect(properties.memory_bytes).toMatchObject({ maximum: 512 << 20, default: 128 << 20 });
  for (const limit of Object.values(properties))
    expect(limit).toMatchObject({ minimum: expect.any(Number), default: expect.any(Number) });
  expect(JSON.stringify(body)).not.toContain(`${Number.MAX_SAFE_INTEGER}`);
});

test('so do the limits of compiling, those of a test, and the timeout in seconds', () => {
  expect(body.properties.compile_limits.properties.wall_ms).toMatchObject({ maximum: 91_000 });
  const { limits } = body.properties.tests.items.properties;
  expect(limits.properties.wall_ms).toMatchObject({ minimum: 100, maximum: 7000 });
  // What a test does not say, the request says.
  expect(limits.properties.wall_ms).not.toHaveProperty('default');
  expect(body.properties.timeout_sec).toMatchObject({ minimum: 0.1, maximum: 7 });
  expect(body.properties.timeout_sec).not.toHaveProperty('exclusiveMinimum');
});

test('people read them too', () => {
  const row = (field: string) =>
    page.split('<tr>').find((line) => line.startsWith(`<td><code>${field}</code>`));
  expect(row('limits.wall_ms')).toContain('whole number from 100 to 7000, 3000 by default');
  expect(row('compile_limits.wall_ms')).toContain('to 91000');
  expect(row('timeout_sec')).toContain('3 by default');
  expect(page).not.toContain(`${Number.MAX_SAFE_INTEGER}`);
});

test('a request needs a language and nothing else', () => {
  expect(body.required).toEqual(['language']);
});

test('every field of a request, and of a test in it, is described', () => {
  const test = body.properties.tests.items;
  const silent = [...Object.entries(body.properties), ...Object.entries(test.properties)].filter(
    // biome-ignore lint/suspicious/noExplicitAny: a document of JSON
    ([, field]: [string, any]) => field.description === undefined,
  );
  expect(silent).toEqual([]);
  expect(page).toContain('<code>tests[].hidden</code>');
});

test('a comparison may be said in one word', () => {
  const { comparison } = body.properties.tests.items.properties;
  expect(comparison.anyOf[0]).toMatchObject({ enum: expect.arrayContaining(['tokens']) });
  expect(comparison.anyOf[1]).not.toEqual({});
});

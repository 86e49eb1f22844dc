import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { LanguageInfo } from '#protocol/language.ts';
import { readConfig } from '#server/config.ts';
import { readCatalog } from '#server/languages/read-catalog.ts';
import { OfferedLanguages } from '#server/runs/offered-languages.ts';
import { languageNews, tellUntilFirst } from './languages.ts';

const language = (name: string, state: LanguageInfo['state'], version = '') =>
  ({ id: name.toLowerCase(), name, version, state }) as LanguageInfo;
const building = (step: number): LanguageInfo['state'] => ({
  status: 'building',
  step,
  steps: 5,
  detail: '',
});

describe('news of the languages', () => {
  it('names in one line what was ready when first looked at', () => {
    const now = [
      language('Python', { status: 'ready' }, '3.13.5'),
      language('C', { status: 'ready' }, 'GCC 14'),
    ];
    expect(languageNews([], now)).toEqual(['✓ Languages   Python 3.13.5, C GCC 14']);
  });

  it('tells the beginning and the end of a build, and not its steps', () => {
    const before = [language('C', building(1))];
    expect(languageNews([], before)).toEqual(['· Languages   C: building its image']);
    expect(languageNews(before, [language('C', building(2))])).toEqual([]);
    expect(languageNews(before, [language('C', { status: 'ready' })])).toEqual(['✓ Languages   C']);
  });

  it('says why a language failed, once', () => {
    const failed = [language('C', { status: 'failed', reason: 'no gcc' })];
    expect(languageNews([language('C', building(1))], failed)).toEqual(['✗ Languages   C: no gcc']);
    expect(languageNews(failed, failed)).toEqual([]);
  });

  it('has nothing to say of languages that wait', () => {
    expect(languageNews([], [language('C', { status: 'waiting' })])).toEqual([]);
  });
});

describe('a server that lets nobody in without a key', () => {
  const secret = 'an-old-secret-of-this-house-told-to-nobody';

  async function openServer(): Promise<{ executionUrl: string; close: () => void }> {
    const catalog = await readCatalog('languages', ['python']);
    for (const python of catalog.all()) python.ready({ image: 'i', version: '3' });
    const answer = new OfferedLanguages(catalog, readConfig({})).answer();
    const server = createServer(({ headers }, response) => {
      const isOurs = headers['x-bugdrill-secret'] === secret;
      response.writeHead(isOurs ? 200 : 401).end(JSON.stringify(isOurs ? answer : { success: false }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return { executionUrl: `http://127.0.0.1:${port}`, close: () => server.close() };
  }

  it('still tells its own house what it has', async () => {
    const { executionUrl, close } = await openServer();
    const config = readConfig({ BUGDRILL_SECRET: secret });
    const told = await tellUntilFirst({ executionUrl, config }, AbortSignal.timeout(5_000));
    close();
    expect(told.map(({ id }) => id)).toEqual(['python']);
  });
});

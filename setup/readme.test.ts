import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');

it('the README names every setting of both servers', () => {
  const sources = ['server/config.ts', 'app/config.ts'].map((path) => readFileSync(path, 'utf8')).join('\n');
  const settings = [...sources.matchAll(/^ {2}([A-Z_]{4,}):/gm)].map(([, name]) => name ?? '');
  expect(settings.length).toBeGreaterThan(20);
  // NODE_ENV is Next's own, set by its commands.
  expect(settings.filter((name) => name !== 'NODE_ENV' && !readme.includes(`\`${name}\``))).toEqual([]);
});

it('the README points at files that are there', () => {
  const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path]) => path ?? '');
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});

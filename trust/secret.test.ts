import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSecret, isSame, readSecret } from './secret.ts';
import { isValidTicket, signTicket } from './ticket.ts';

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'secret-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('the secret is made once, is 256 random bits, and nobody else may read it', async () => {
  const DATA_DIR = await emptyFolder();
  const secret = await createSecret({ DATA_DIR });
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect((await stat(join(DATA_DIR, 'secret'))).mode & 0o777).toBe(0o600);
  expect(await createSecret({ DATA_DIR })).toBe(secret);
  expect(await readSecret({ DATA_DIR })).toBe(secret);
  expect(await createSecret({ DATA_DIR: await emptyFolder() })).not.toBe(secret);
});

test('servers that start at once agree on one secret and leave no drafts', async () => {
  const DATA_DIR = await emptyFolder();
  const secrets = await Promise.all(Array.from({ length: 16 }, () => createSecret({ DATA_DIR })));
  expect(new Set(secrets).size).toBe(1);
  expect(await readdir(DATA_DIR)).toEqual(['secret']);
});

test('the web server makes none: before the other one did, there is none', async () => {
  const DATA_DIR = await emptyFolder();
  expect(await readSecret({ DATA_DIR })).toBeUndefined();
  expect(await readdir(DATA_DIR)).toEqual([]);
});

test('a secret of the environment is taken as it is, and makes no file', async () => {
  const DATA_DIR = await emptyFolder();
  const BUGDRILL_SECRET = 'x'.repeat(32);
  expect(await createSecret({ DATA_DIR, BUGDRILL_SECRET })).toBe(BUGDRILL_SECRET);
  expect(await readSecret({ DATA_DIR, BUGDRILL_SECRET })).toBe(BUGDRILL_SECRET);
  expect(await readdir(DATA_DIR)).toEqual([]);
});

test.each(['', 'short', 'has spaces in it '.repeat(3), 'ünïcödé'.repeat(9)])(
  'a secret that is none (%j) is refused without being told again',
  async (wrong) => {
    const DATA_DIR = await emptyFolder();
    await writeFile(join(DATA_DIR, 'secret'), wrong);
    for (const read of [createSecret, readSecret]) {
      const error = await read({ DATA_DIR }).catch((thrown: Error) => thrown);
      expect(error).toMatchObject({ message: expect.stringContaining('must hold at least 32 characters') });
      if (wrong.length > 0) expect(String(error)).not.toContain(wrong);
    }
  },
);

test('secrets of any length can be compared', () => {
  expect(isSame('a', 'a')).toBe(true);
  expect(isSame('', 'a'.repeat(64))).toBe(false);
  expect(isSame('a'.repeat(10_000), 'a')).toBe(false);
});

const secret = 's'.repeat(64);
const noon = 1_800_000_000_000;
const hour = 60 * 60 * 1000;

test('a ticket is good for twelve hours', () => {
  const ticket = signTicket(secret, noon);
  expect(isValidTicket(ticket, secret, noon)).toBe(true);
  expect(isValidTicket(ticket, secret, noon + 12 * hour - 1)).toBe(true);
  expect(isValidTicket(ticket, secret, noon + 12 * hour)).toBe(false);
});

test('a ticket of another server, or one that was changed, is worth nothing', () => {
  const ticket = signTicket(secret, noon);
  expect(isValidTicket(signTicket('o'.repeat(64), noon), secret, noon)).toBe(false);
  const [, expiry = '', signature = ''] = ticket.split('.');
  const forged = [
    `bdt.${Number(expiry) + hour}.${signature}`,
    `bdt.${expiry}.${signature.slice(0, -1)}`,
    `bdt.${expiry}.${signature}x`,
    `bdt..${signature}`,
    `bdt.${expiry}`,
    `bdt.9999999999999.${'A'.repeat(43)}`,
    `${ticket}\n`,
    ` ${ticket}`,
    'bdt.',
    '',
    '.'.repeat(100_000),
  ];
  for (const token of forged) expect(isValidTicket(token, secret, noon)).toBe(false);
});

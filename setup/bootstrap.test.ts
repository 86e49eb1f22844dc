import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'bugdrill-clone-'));
  for (const part of ['setup', 'package.json', 'package-lock.json'])
    cpSync(part, join(clone, part), { recursive: true });
});
afterEach(() => rmSync(clone, { recursive: true }));

function bootstrap(command: string, env: Record<string, string> = {}) {
  const argv = [join(clone, 'setup/bootstrap.mjs'), command];
  return spawnSync(process.execPath, argv, { encoding: 'utf8', env: { ...process.env, ...env } });
}

describe('the way in on a fresh clone', () => {
  it('says what to type for a command that is none', () => {
    const { status, stderr } = bootstrap('strat');
    expect(status).toBe(1);
    expect(stderr).toBe('✗ There is no command «strat». Type: npm start\n');
  });

  it('says what to type when the packages cannot be fetched, and counts that as a failed test', () => {
    const nowhere = { npm_config_offline: 'true', npm_config_cache: join(clone, 'no-cache') };
    const { status, stdout, stderr } = bootstrap('test', nowhere);
    expect(status).toBe(1);
    expect(stderr).toContain('When the package registry can be reached, type: npm ci');
    expect(stdout.trim().split('\n').at(-1)).toBe('0 passed, 1 failed');
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { greeting, type Program } from './programs.ts';
import { TimingShell } from './timing-shell.ts';

let home = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'bugdrill-shell-'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

test('what it runs is what the path says, and not what a .bashrc would put before it', async () => {
  const chosen = commandThat(`printf '${greeting.trim()}\\n'`, 'chosen');
  const other = commandThat('printf other', 'other');
  writeFileSync(join(home, '.bashrc'), `PATH=${other}:$PATH`);
  vi.stubEnv('HOME', home);
  // As under a service manager or `setsid`, where no shell has counted itself.
  vi.stubEnv('SHLVL', '0');
  await using shell = await TimingShell.open(program('say-hello'), { through: [], path: [chosen] });
  expect(await shell.run()).toBeGreaterThan(0);
});

test('a program that does not print its hello is refused', async () => {
  await expect(TimingShell.open(program('printf nothing'), { through: [] })).rejects.toThrow('printed');
});

function commandThat(does: string, folder: string): string {
  const path = join(home, folder);
  mkdirSync(path);
  writeFileSync(join(path, 'say-hello'), `#!/bin/sh\n${does}\n`, { mode: 0o755 });
  return path;
}

function program(command: string): Program {
  const names = { id: 'python', name: 'Python', image: '', source: 'hello.py', code: '' };
  return { ...names, isCompiled: false, command };
}

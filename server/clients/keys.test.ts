import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { ApiKeys } from './keys.ts';
import { changeKeys } from './keys-command.ts';

let path: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  path = join(folder, 'data', 'keys.json');
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

const run = (...args: string[]) => changeKeys(path, args);
const keyIn = (said: string) => said.split('\n')[0] ?? '';
const noFault = (error: unknown) => {
  throw error;
};

describe('npm run keys', () => {
  test('shows a key once and keeps only its hash, for nobody else to read', () => {
    const key = keyIn(run('create', 'ann', '--runs-per-minute', '5'));
    expect(key).toMatch(/^bdk_[\w-]{43}$/);
    expect(readFileSync(path, 'utf8')).not.toContain(key.slice(4));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(run('list')).toMatch(/^ann +\S+ +5 runs a minute$/);
    expect(readdirSync(join(path, '..'))).toEqual(['keys.json']);
  });

  test('tells what it can do when it does not understand', () => {
    for (const args of [[], ['create'], ['revoke'], ['list', 'ann'], ['create', 'a', 'b'], ['steal', 'ann']])
      expect(() => run(...args)).toThrow('npm run keys -- create NAME');
    expect(() => run('create', 'ann', '--admin')).toThrow("'--admin'");
  });

  test.each(['', ' ', 'a b', '../x', '__proto__', '-x.', 'ann\n', 'ünï', 'a"b', '$(id)', 'a'.repeat(65)])(
    'refuses the odd name %j',
    (name) => {
      expect(() => run('create', '--', name)).toThrow(/A key’s name is|npm run keys/);
    },
  );

  test.each(['-1', '1.5', 'many', '', '9999999'])('refuses %j runs a minute', (limit) => {
    expect(() => run('create', 'ann', `--runs-per-minute=${limit}`)).toThrow('whole number');
  });

  test('takes every name once, constructor and toString too', () => {
    for (const name of ['constructor', 'toString', 'a.b_c@d-e']) run('create', name);
    expect(() => run('create', 'constructor')).toThrow('already');
    expect(() => run('revoke', 'valueOf')).toThrow('no key called valueOf');
  });

  test('says so while another command is at work, and when a command before it died', () => {
    run('create', 'ann');
    writeFileSync(`${path}.lock`, '');
    expect(() => run('create', 'bob')).toThrow(`remove ${path}.lock`);
  });

  test('touches nothing that is damaged', () => {
    run('create', 'ann');
    writeFileSync(path, '{"keys":[{"name":"../../x"}]}');
    expect(() => run('create', 'bob')).toThrow('damaged');
    expect(readFileSync(path, 'utf8')).toContain('../../x');
  });
});

describe('the keys of a running server', () => {
  test('are required from the first one created', () => {
    const keys = new ApiKeys(path, noFault);
    expect(keys.areRequired).toBe(false);
    const key = keyIn(run('create', 'ann'));
    expect(keys.areRequired).toBe(true);
    expect(keys.find(key)?.name).toBe('ann');
  });

  test('are gone once revoked; the last one leaves the door locked', () => {
    const [ann, bob] = [keyIn(run('create', 'ann')), keyIn(run('create', 'bob'))];
    const keys = new ApiKeys(path, noFault);
    run('revoke', 'ann');
    expect([keys.find(ann), keys.find(bob)?.name]).toEqual([undefined, 'bob']);
    expect(run('revoke', 'bob')).toContain('It was the last one');
    expect([keys.find(bob), keys.areRequired]).toEqual([undefined, true]);
    expect(run('list')).toContain('no program is let in');
  });

  test('a file that vanishes opens nothing', () => {
    const key = keyIn(run('create', 'ann'));
    const keys = new ApiKeys(path, noFault);
    rmSync(path);
    expect([keys.areRequired, keys.find(key)]).toEqual([true, undefined]);
  });

  test('a file that was damaged is told of once, and the keys of before stay', () => {
    const key = keyIn(run('create', 'ann'));
    const faults: unknown[] = [];
    const keys = new ApiKeys(path, (error) => faults.push(error));
    writeFileSync(path, '{');
    expect([keys.find(key)?.name, keys.areRequired]).toEqual(['ann', true]);
    expect(faults).toHaveLength(1);
    expect(() => new ApiKeys(path, noFault)).toThrow('damaged');
  });

  test('wrong keys of every kind are nobody', () => {
    const key = keyIn(run('create', 'ann'));
    const keys = new ApiKeys(path, noFault);
    for (const wrong of ['', 'bdk_', key.slice(0, -1), `${key}x`, key.toUpperCase(), 'x'.repeat(1_000_000)])
      expect(keys.find(wrong)).toBeUndefined();
  });
});

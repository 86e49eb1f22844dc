import { expect, it } from 'vitest';
import { draftOfSnippet, emptyDraft, isSameDraft } from './draft.ts';
import { parseArgs, parseEnv } from './draft-text.ts';

it('arguments are one a line, with their spaces', () => {
  expect(parseArgs('--name\nAda Lovelace\n\n')).toEqual(['--name', 'Ada Lovelace']);
});

it('variables are NAME=value; the value may hold anything', () => {
  expect(parseEnv('A=1\n\nURL=http://x?a=b\nEMPTY=')).toEqual({
    env: { A: '1', URL: 'http://x?a=b', EMPTY: '' },
    wrongLines: [],
  });
});

it('lines that are not variables are told, not sent', () => {
  expect(parseEnv('1A=x\nno equals\nOK=1')).toEqual({ env: { OK: '1' }, wrongLines: ['1A=x', 'no equals'] });
});

it('a bare template is the same as itself, until anything is changed', () => {
  const bare = emptyDraft('print(1)');
  expect(isSameDraft(bare, emptyDraft('print(1)'))).toBe(true);
  for (const change of [{ code: 'x' }, { stdin: 'x' }, { args: 'x' }, { env: 'x' }, { title: 'x' }]) {
    expect(isSameDraft(bare, { ...bare, ...change })).toBe(false);
  }
});

it('a saved snippet is gone on with as it was saved', () => {
  const saved = {
    title: 'T',
    statement: 'Print *x*.',
    language: 'python',
    code: 'x',
    entry: 'src/app.py',
    files: [{ path: 'data.bin', content: 'AA==', encoding: 'base64' as const }],
    stdin: '1\n',
    args: ['a b', 'c'],
    env: { A: '1' },
    tests: [],
  };
  const draft = draftOfSnippet(saved);
  expect(draft).toEqual({
    title: 'T',
    statement: 'Print *x*.',
    code: 'x',
    entry: 'src/app.py',
    files: saved.files,
    stdin: '1\n',
    inputMode: 'text',
    args: 'a b\nc',
    env: 'A=1',
    tests: [],
  });
  expect(parseArgs(draft.args)).toEqual(saved.args);
  expect(parseEnv(draft.env).env).toEqual(saved.env);
});

import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { commandLine } from './command-line.ts';

test('plain words stay as they are typed', () => {
  expect(commandLine(['g++', '-std=gnu++23', 'main.cpp', '-o', 'program'])).toBe(
    'g++ -std=gnu++23 main.cpp -o program',
  );
});

test('a shell reads back exactly the words that were given', () => {
  const words = ['two words', "it's", '$HOME', '', '*', 'a;b', '`id`', '\\', 'line\nbreak', '-n'];
  const printed = execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${commandLine(words)}`], {
    encoding: 'utf8',
  });
  expect(printed.split('\0').slice(0, -1)).toEqual(words);
});

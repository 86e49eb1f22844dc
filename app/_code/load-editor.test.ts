import { expect, it } from 'vitest';
import { chosenEngine } from './load-editor.ts';

it.each([
  ['auto', 'default', true, 'codemirror'],
  ['auto', 'default', false, 'monaco'],
  ['auto', 'vim', false, 'monaco'],
  ['auto', 'emacs', false, 'codemirror'],
  ['monaco', 'default', true, 'monaco'],
  ['monaco', 'emacs', false, 'codemirror'],
  ['codemirror', 'vim', false, 'codemirror'],
  ['plain', 'emacs', true, 'plain'],
] as const)('%s with %s keys, fingers %s, is %s', (engine, keymap, isTouch, chosen) => {
  expect(chosenEngine(engine, keymap, isTouch)).toBe(chosen);
});

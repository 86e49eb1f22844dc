import { afterEach, expect, test, vi } from 'vitest';
import { chordWords, isChord, type Keys } from './chord.ts';

const none = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const keys = (change: Partial<Keys> & { key: string }): Keys => ({ ...none, ...change });
const onMac = () => vi.stubGlobal('navigator', { platform: 'MacIntel' });

afterEach(() => void vi.unstubAllGlobals());

test('a chord is exactly its keys', () => {
  expect(isChord(keys({ key: 'Enter', ctrlKey: true }), 'Mod+Enter')).toBe(true);
  expect(isChord(keys({ key: 'Enter' }), 'Mod+Enter')).toBe(false);
  expect(isChord(keys({ key: 'Enter', ctrlKey: true, shiftKey: true }), 'Mod+Enter')).toBe(false);
  expect(isChord(keys({ key: 'F', shiftKey: true, altKey: true }), 'Shift+Alt+F')).toBe(true);
});

test('on a Mac it is Cmd, and Option types no other letter', () => {
  onMac();
  expect(isChord(keys({ key: 'Enter', metaKey: true }), 'Mod+Enter')).toBe(true);
  expect(isChord(keys({ key: 'Enter', ctrlKey: true }), 'Mod+Enter')).toBe(false);
  expect(isChord(keys({ key: 'Ï', code: 'KeyF', altKey: true, shiftKey: true }), 'Shift+Alt+F')).toBe(true);
  expect(isChord(keys({ key: '`', ctrlKey: true }), 'Ctrl+`')).toBe(true);
});

test('what AltGr types is no command', () => {
  const altGr = { ...keys({ key: 'e', ctrlKey: true, altKey: true }), getModifierState: () => true };
  expect(isChord(altGr, 'Mod+Alt+E')).toBe(false);
});

test('a question mark is itself, with Shift or without', () => {
  expect(isChord(keys({ key: '?', shiftKey: true }), '?')).toBe(true);
  expect(isChord(keys({ key: '?' }), '?')).toBe(true);
});

test('chords are written as the keyboard at hand names its keys', () => {
  expect(chordWords('Mod+Shift+P', false)).toBe('Ctrl+Shift+P');
  expect(chordWords('Mod+Shift+P', true)).toBe('⌘⇧P');
});

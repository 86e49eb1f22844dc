import { afterEach, expect, test, vi } from 'vitest';
import { chordId, chordOf, chordWords, isChord, type Keys } from './chord.ts';

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

test('what is pressed is written down, and is that chord again', () => {
  const pressed = keys({ key: 'j', ctrlKey: true, altKey: true, shiftKey: true });
  expect(chordOf(pressed)).toBe('Mod+Alt+Shift+J');
  expect(isChord(pressed, 'Mod+Alt+Shift+J')).toBe(true);
  expect(chordOf(keys({ key: 'PageUp', altKey: true }))).toBe('Alt+PageUp');
  expect(chordOf(keys({ key: ' ', ctrlKey: true }))).toBe('Mod+Space');
});

test('keys that only change others are no chord yet', () => {
  for (const key of ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'])
    expect(chordOf(keys({ key, ctrlKey: true }))).toBeUndefined();
});

test('plus and minus are keys too', () => {
  const plus = keys({ key: '+', ctrlKey: true, shiftKey: true });
  expect(chordOf(plus)).toBe('Mod+Shift++');
  expect(isChord(plus, 'Mod+Shift++')).toBe(true);
  expect(chordWords('Mod+Alt+-', false)).toBe('Ctrl+Alt+-');
});

test('signs that Option types on a Mac are the keys they are on', () => {
  onMac();
  const equal = keys({ key: '≠', code: 'Equal', metaKey: true, altKey: true });
  expect(isChord(equal, 'Mod+Alt+=')).toBe(true);
  expect(chordOf(keys({ key: 'Dead', code: 'KeyE', metaKey: true, altKey: true }))).toBe('Mod+Alt+E');
});

test('a chord is the same however it is written', () => {
  expect(chordId('Shift+Alt+F', false)).toBe(chordId('Alt+Shift+f', false));
  expect(chordId('Mod+K', false)).toBe(chordId('Ctrl+K', false));
  expect(chordId('Mod+K', true)).not.toBe(chordId('Ctrl+K', true));
});

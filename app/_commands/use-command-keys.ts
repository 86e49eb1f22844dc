'use client';

import { useEffect, useRef } from 'react';
import { isChord, isMacHere } from './chord.ts';
import type { Command } from './command.ts';

/** The attribute of an element that wants the keys themselves. */
export const recordsKeys = 'data-records-keys';

/** Performs a command when its keys are pressed, anywhere on the page, before an editor takes them. */
export function useCommandKeys(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => answer(event, latest.current);
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

function answer(event: KeyboardEvent, commands: readonly Command[]): void {
  if (isRecorded(event)) return;
  const command = commands.find((candidate) => answersTo(candidate, event));
  // Whatever Ctrl+S does here: nobody wants a copy of the page itself.
  if (command || isChord(event, 'Mod+S')) event.preventDefault();
  if (!command) return;
  event.stopPropagation();
  if (!event.repeat) command.perform();
}

/** While keys are chosen for a command they do nothing else. */
function isRecorded({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest(`[${recordsKeys}]`) !== null;
}

function answersTo({ keys = [], isOff }: Command, event: KeyboardEvent): boolean {
  return isOff !== true && keys.some((chord) => isChord(event, chord) && !isTyped(chord, event));
}

/** A key that types something is no command while something is typed; in a terminal Ctrl with a letter types something too. */
function isTyped(chord: string, { target }: KeyboardEvent): boolean {
  const isInTerminal = target instanceof Element && target.closest('.xterm') !== null;
  if (isInTerminal && !isMacHere() && /^(Mod|Ctrl)\+[A-Z]$/.test(chord)) return true;
  const isBare = chord.length === 1;
  return (
    isBare &&
    target instanceof HTMLElement &&
    target.closest('input, textarea, [contenteditable], .native-edit-context') !== null
  );
}

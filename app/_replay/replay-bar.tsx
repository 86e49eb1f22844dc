'use client';

import { type KeyboardEvent, useSyncExternalStore } from 'react';
import { formatSeconds } from '#protocol/outcome-words.ts';
import type { Playback } from './playback.ts';
import styles from './recorded-frame.module.css';

const speeds = [0.25, 0.5, 1, 2, 4, 8];

interface ReplayBarProps {
  readonly playback: Playback;
  readonly lengthMs: number;
  readonly onClose: () => void;
}

/** Play and pause, where it stands, how fast. Space plays and pauses anywhere in it; arrow keys move the slider. */
export function ReplayBar({ playback, lengthMs, onClose }: ReplayBarProps) {
  const view = useSyncExternalStore(playback.subscribe, playback.snapshot, playback.snapshot);
  const words = `${seconds(view.positionMs)} of ${seconds(lengthMs)}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const ownsKey = event.target instanceof HTMLButtonElement || event.target instanceof HTMLSelectElement;
    if (event.key !== ' ' || ownsKey) return;
    event.preventDefault();
    playback.toggle();
  };
  return (
    <div className={styles['bar']} role="toolbar" aria-label="Replay" onKeyDown={onKeyDown}>
      <button
        type="button"
        onClick={() => playback.toggle()}
        className={styles['play']}
        // biome-ignore lint/a11y/noAutofocus: it stands where Replay was pressed
        autoFocus
      >
        {view.isPlaying ? 'Pause' : view.isOver ? 'Again' : 'Play'}
      </button>
      <input
        type="range"
        min={0}
        max={lengthMs}
        step={Math.max(1, lengthMs / 100)}
        value={view.positionMs}
        onChange={({ target }) => playback.seek(target.valueAsNumber)}
        aria-label="Position"
        aria-valuetext={words}
      />
      <span className={styles['time']} aria-hidden="true">
        {words}
      </span>
      <select
        value={view.speed}
        onChange={({ target }) => playback.setSpeed(Number(target.value))}
        aria-label="Speed"
      >
        {speeds.map((speed) => (
          <option key={speed} value={speed}>
            {speed}×
          </option>
        ))}
      </select>
      <button type="button" onClick={onClose}>
        Close
      </button>
    </div>
  );
}

/** With one decimal always, so that nothing jumps. */
function seconds(ms: number): string {
  return ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : formatSeconds(Math.round(ms));
}

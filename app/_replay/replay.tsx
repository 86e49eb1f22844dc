'use client';

import { useEffect, useState } from 'react';
import { OutputLog } from '../_run/output-log.ts';
import { OutputView } from '../_run/output-view.tsx';
import { fetchRecording } from './fetch-recording.ts';
import { Playback } from './playback.ts';
import styles from './recorded-frame.module.css';
import { ReplayBar } from './replay-bar.tsx';
import { type Moment, timelineOf } from './timeline.ts';

interface ReplayProps {
  readonly name: string;
  readonly stdin: string;
  readonly onClose: () => void;
}

interface Loaded {
  readonly playback: Playback;
  readonly log: OutputLog;
  readonly lengthMs: number;
}

const keptCharacters = 1024 * 1024;
const wholeLook = { wrap: true, times: false };

/** A recording as it went: it begins by itself, unless this person asked for less motion. */
export function Replay({ name, stdin, onClose }: ReplayProps) {
  const [loaded, setLoaded] = useState<Loaded | string | null>(null);
  useEffect(() => {
    let isGone = false;
    void fetchRecording(name).then((events) => {
      if (!isGone) setLoaded(typeof events === 'string' ? events : load(timelineOf(events, stdin)));
    });
    return () => {
      isGone = true;
    };
  }, [name, stdin]);
  useEffect(() => {
    if (loaded === null || typeof loaded === 'string') return;
    if (!window.matchMedia('(prefers-reduced-motion: reduce)').matches) loaded.playback.play();
    return () => loaded.playback.pause();
  }, [loaded]);

  if (loaded === null || typeof loaded === 'string')
    return (
      <p className={styles['note']} role="status">
        {loaded ?? 'Loading the recording…'}
      </p>
    );
  return (
    <div className={styles['player']}>
      <ReplayBar playback={loaded.playback} lengthMs={loaded.lengthMs} onClose={onClose} />
      <OutputView log={loaded.log} label="Replay of the output" look={wholeLook} />
    </div>
  );
}

function load(timeline: ReturnType<typeof timelineOf>): Loaded {
  const log = new OutputLog((flush) => setTimeout(flush, 0), keptCharacters);
  const stage = { clear: () => log.clear(), show: (moment: Moment) => show(log, moment) };
  const clock = {
    now: () => performance.now(),
    after(ms: number, wake: () => void) {
      const timer = setTimeout(wake, ms);
      return () => clearTimeout(timer);
    },
  };
  return { log, lengthMs: timeline.lengthMs, playback: new Playback(timeline, stage, clock) };
}

function show(log: OutputLog, { stream, data, at }: Moment): void {
  if (stream !== 'stdin') log.append(stream, data, at);
  else for (const line of data.replace(/\n$/, '').split('\n')) log.echo(line);
}

import type { RunEvent } from '#protocol/run-event.ts';
import type { Snippet } from '#protocol/snippet.ts';
import { RecordedFrame } from '../../_replay/recorded-frame.tsx';
import { OutputLog } from '../../_run/output-log.ts';
import { figuresOf, wordsForEnd } from '../../_run/run-words.ts';
import { segmentsOf } from '../../_run/segments.ts';
import { SpanView } from '../../_run/span-view.tsx';
import styles from './recorded-run.module.css';

/** A page is to be read: of more than this, the end is shown. */
const shownCharacters = 64 * 1024;

interface RecordedRunProps {
  readonly snippet: Snippet;
  readonly events: readonly RunEvent[];
  readonly canRun: boolean;
}

/** What the program did when it was shared: its end and its output, drawn without scripts, and played with them. */
export function RecordedRun({ snippet, events, canRun }: RecordedRunProps) {
  const finished = events.at(-1);
  if (finished?.type !== 'finished' || snippet.recording === null) return null;
  const { id, revision, burnsAfterView, stdin } = snippet;
  const { tone, mark, title } = wordsForEnd(finished);
  const { recordedAt } = snippet.recording;
  const heading = (
    <>
      <h2 id="recorded" className={styles['title']} data-tone={tone}>
        <span aria-hidden="true">{mark}</span> {title}
      </h2>
      <p className={styles['about']}>
        {figuresOf(finished)} · recorded <time dateTime={recordedAt}>{recordedAt.slice(0, 10)}</time>
      </p>
    </>
  );
  // What was opened for the one time that it could be is there no more.
  const name = burnsAfterView ? null : `${id}@${revision}`;
  return (
    <section className={styles['recorded']} aria-labelledby="recorded">
      <RecordedFrame name={name} stdin={stdin} canRun={canRun} heading={heading}>
        <Output events={events} />
      </RecordedFrame>
    </section>
  );
}

function Output({ events }: { events: readonly RunEvent[] }) {
  const log = new OutputLog((flush) => flush(), shownCharacters);
  for (const event of events) if (event.type === 'output') log.append(event.stream, event.data);
  const { blocks, droppedCount } = log.snapshot();
  if (blocks.length === 0) return <p className={styles['note']}>The program printed nothing.</p>;
  const segments = segmentsOf(blocks.flatMap((block) => block.lines));
  return (
    <>
      {droppedCount > 0 && (
        <p className={styles['note']}>The first {droppedCount} lines are not shown here.</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
      <section className={styles['output']} aria-label="Recorded output" tabIndex={0}>
        {segments.map(({ key, stream, spans }) => (
          <span key={key} data-stream={stream}>
            {spans.map((span, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, on the server
              <SpanView key={index} span={span} places={undefined} />
            ))}
          </span>
        ))}
      </section>
    </>
  );
}

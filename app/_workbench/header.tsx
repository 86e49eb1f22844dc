'use client';

import { useTitle } from '../_commands/command-titles.tsx';
import { LanguagePicker } from '../_languages/language-picker.tsx';
import { RunButton } from '../_run/run-button.tsx';
import { ShareButton } from '../_share/share-button.tsx';
import { SiteHeader } from '../_theme/site-header.tsx';
import { TitleField } from './title-field.tsx';
import type { Workbench } from './use-workbench.ts';
import styles from './workbench.module.css';

/** The bar on top of the editor page. */
export function Header({ bench }: { bench: Workbench }) {
  const { view } = bench;
  const formatTitle = useTitle('editor.format', 'Format');
  const settingsTitle = useTitle('help.settings', 'Settings');
  const paletteTitle = useTitle('help.palette', 'All commands');
  return (
    <SiteHeader>
      <LanguagePicker
        languages={bench.languages}
        current={bench.language}
        onPick={bench.pickLanguage}
        isOpen={view.isPickingLanguage}
        setOpen={view.pickLanguage}
      />
      <TitleField title={bench.draft.title} onCommit={(title) => bench.change({ title })} />
      {bench.opened && <Origin {...bench.opened} />}
      <span className={styles['space']} />
      {bench.canFormat && (
        <button
          type="button"
          className={styles['wide']}
          onClick={bench.format.start}
          disabled={bench.format.isBusy}
          title={formatTitle}
        >
          Format
        </button>
      )}
      <ShareButton share={bench.share} />
      <span className={styles['headerRun']}>
        <RunButton
          run={bench.run}
          onRun={bench.startRun}
          hindrance={bench.hindrance}
          restarts={bench.settings.restartOnRun}
        />
      </span>
      <button
        type="button"
        className={styles['gear']}
        onClick={() => view.openDialog('settings')}
        aria-label="Settings"
        aria-haspopup="dialog"
        title={settingsTitle}
      >
        <GearIcon />
      </button>
      <button
        type="button"
        className={styles['more']}
        onClick={() => view.openDialog('palette')}
        aria-label="All commands"
        aria-haspopup="dialog"
        title={paletteTitle}
      >
        <MoreIcon />
      </button>
    </SiteHeader>
  );
}

/** Which snippet the draft began as. */
function Origin({ id, revision }: { id: string; revision: number }) {
  return (
    <a className={styles['origin']} href={`/s/${id}@${revision}`}>
      from {id}, revision {revision}
    </a>
  );
}

function MoreIcon() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
      <circle cx="3" cy="8" r="1.5" />
      <circle cx="8" cy="8" r="1.5" />
      <circle cx="13" cy="8" r="1.5" />
    </svg>
  );
}

function GearIcon() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
      <circle cx="8" cy="8" r="2.2" strokeWidth="1.4" />
      <circle cx="8" cy="8" r="4.9" strokeWidth="1.4" />
      <path
        d="M8 1v2.1M8 12.9V15M1 8h2.1M12.9 8H15M3.05 3.05l1.5 1.5M11.45 11.45l1.5 1.5M3.05 12.95l1.5-1.5M11.45 4.55l1.5-1.5"
        strokeWidth="2"
      />
    </svg>
  );
}

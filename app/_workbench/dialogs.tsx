'use client';

import { lazy, Suspense } from 'react';
import type { Command } from '../_commands/command.ts';
import { Dialog } from '../_commands/dialog.tsx';
import { PaletteEntry } from '../_commands/palette-entry.tsx';
import { SettingsEntry } from '../_settings/settings-entry.tsx';
import type { Program } from '../_start/program-of-files.ts';
import type { Workbench } from './use-workbench.ts';

const DraftList = lazy(async () => ({ default: (await import('../_draft/draft-list.tsx')).DraftList }));
const DrillDialog = lazy(async () => ({
  default: (await import('../_drill/drill-dialog.tsx')).DrillDialog,
}));
const StartDialog = lazy(async () => ({ default: (await import('../_start/start-dialog.tsx')).StartDialog }));
const ShortcutSheet = lazy(async () => ({
  default: (await import('../_commands/shortcut-sheet.tsx')).ShortcutSheet,
}));

interface DialogsProps {
  readonly bench: Workbench;
  readonly commands: readonly Command[];
}

/** What is open over the page. */
export function Dialogs({ bench, commands }: DialogsProps) {
  const { dialog, openDialog } = bench.view;
  const close = () => openDialog(null);
  if (dialog === 'palette') {
    return (
      <PaletteEntry
        commands={commands}
        languages={bench.languages}
        onLanguage={bench.pickLanguage}
        onDraft={bench.openDraft}
        onLine={(line) => bench.reveal({ path: bench.files.current.path, line })}
        onClose={close}
      />
    );
  }
  if (dialog === 'start') return <Start bench={bench} onClose={close} />;
  if (dialog === 'drafts') {
    return (
      <Dialog label="Drafts" onClose={close}>
        <Suspense>
          <DraftList
            currentId={bench.draftId()}
            languageName={(id) => bench.languages.find((language) => language.id === id)?.name ?? id}
            onOpen={(kept) => {
              close();
              bench.openDraft(kept);
            }}
            onTake={bench.downloadText}
            onClose={close}
          />
        </Suspense>
      </Dialog>
    );
  }
  if (dialog === 'drill') {
    return (
      <Dialog label="Drill" size="large" onClose={close}>
        <Suspense>
          <DrillDialog parts={bench.drill} onClose={close} />
        </Suspense>
      </Dialog>
    );
  }
  if (dialog === 'settings') return <SettingsEntry commands={commands} onClose={close} />;
  if (dialog === null) return null;
  return (
    <Dialog label="Keyboard shortcuts" onClose={close}>
      <Suspense>
        <ShortcutSheet commands={commands} keepsEscape={bench.settings.keymap === 'vim'} onClose={close} />
      </Suspense>
    </Dialog>
  );
}

function Start({ bench, onClose }: { bench: Workbench; onClose: () => void }) {
  const start = (program: Program) => {
    onClose();
    bench.startFrom(program);
  };
  return (
    <Dialog label="Start from" onClose={onClose}>
      <Suspense>
        <StartDialog
          languages={bench.languages}
          language={bench.language}
          onStart={start}
          onClose={onClose}
        />
      </Suspense>
    </Dialog>
  );
}

'use client';

import type { Command } from '../_commands/command.ts';
import { Dialog } from '../_commands/dialog.tsx';
import { PaletteEntry } from '../_commands/palette-entry.tsx';
import { ShortcutSheet } from '../_commands/shortcut-sheet.tsx';
import { SettingsEntry } from '../_settings/settings-entry.tsx';
import type { Workbench } from './use-workbench.ts';

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
        onLine={(line) => bench.reveal({ path: bench.files.current.path, line })}
        onClose={close}
      />
    );
  }
  if (dialog === 'settings') return <SettingsEntry commands={commands} onClose={close} />;
  if (dialog === null) return null;
  return (
    <Dialog label="Keyboard shortcuts" onClose={close}>
      <ShortcutSheet commands={commands} keepsEscape={bench.settings.keymap === 'vim'} onClose={close} />
    </Dialog>
  );
}

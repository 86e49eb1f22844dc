'use client';

import { lazy, Suspense } from 'react';
import type { Command } from '../_commands/command.ts';
import { Dialog } from '../_commands/dialog.tsx';

const SettingsDialog = lazy(async () => ({
  default: (await import('./settings-dialog.tsx')).SettingsDialog,
}));

interface SettingsEntryProps {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

/** The settings' dialog; what is in it comes when it is opened. */
export function SettingsEntry(props: SettingsEntryProps) {
  return (
    <Dialog label="Settings" size="large" onClose={props.onClose}>
      <Suspense>
        <SettingsDialog {...props} />
      </Suspense>
    </Dialog>
  );
}

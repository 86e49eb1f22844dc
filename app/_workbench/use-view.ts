'use client';

import { type RefObject, useState } from 'react';
import { type PanelImperativeHandle, usePanelRef } from 'react-resizable-panels';

export type RightTab = 'output' | 'tests' | 'input' | 'args' | 'history';
/** The one pane that a phone shows. */
export type PhonePane = 'code' | 'input' | 'output' | 'tests';
export type OpenDialog = 'palette' | 'shortcuts' | 'settings' | 'drafts' | 'drill' | 'start';

/** What is shown of the page, and what is open over it. */
export interface View {
  readonly tab: RightTab;
  readonly showTab: (tab: RightTab) => void;
  readonly pane: PhonePane;
  readonly showPane: (pane: PhonePane) => void;
  readonly results: RefObject<PanelImperativeHandle | null>;
  /** Hides the right pane, or shows it again. */
  readonly toggleResults: () => void;
  readonly dialog: OpenDialog | null;
  readonly openDialog: (dialog: OpenDialog | null) => void;
  readonly isPickingLanguage: boolean;
  readonly pickLanguage: (isOpen: boolean) => void;
}

export function useView(): View {
  const [tab, setTab] = useState<RightTab>('output');
  const [pane, setPane] = useState<PhonePane>('code');
  const [dialog, openDialog] = useState<OpenDialog | null>(null);
  const [isPickingLanguage, pickLanguage] = useState(false);
  const results = usePanelRef();
  const showTab = (next: RightTab) => {
    results.current?.expand();
    setTab(next);
  };
  return {
    ...{ tab, showTab, pane, results, dialog, openDialog, isPickingLanguage, pickLanguage },
    showPane: (next) => {
      setPane(next);
      if (next !== 'code') showTab(next);
    },
    toggleResults: () => {
      const panel = results.current;
      if (panel?.isCollapsed()) panel.expand();
      else panel?.collapse();
    },
  };
}

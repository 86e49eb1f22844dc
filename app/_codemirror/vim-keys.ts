import type { Extension } from '@codemirror/state';
import { ViewPlugin } from '@codemirror/view';
import { getCM, Vim, vim } from '@replit/codemirror-vim';
import { exCommandsOf, performEx } from '../_code/ex-commands.ts';
import { type ModeChange, modeWords } from '../_code/vim-words.ts';
import type { Command } from '../_commands/command.ts';
import { toast } from '../_theme/toast.ts';

/** What of the page vim's keys speak to. */
export interface VimPage {
  readonly mode: (mode: string | null) => void;
  readonly commandsNow: () => readonly Command[];
}

/** Vim's keys; the mode is told, and what the page can do can be typed after the colon. */
export function vimKeys({ mode, commandsNow }: VimPage): Extension {
  for (const { name, short } of exCommandsOf(commandsNow()))
    Vim.defineEx(name, short, () => {
      const refusal = performEx(commandsNow(), name);
      if (refusal !== undefined) toast.error(refusal);
    });
  const tellMode = ViewPlugin.define((view) => {
    const onChange = (change: ModeChange) => mode(modeWords(change));
    const keys = getCM(view);
    keys?.on('vim-mode-change', onChange);
    mode('NORMAL');
    return {
      destroy: () => {
        keys?.off('vim-mode-change', onChange);
        mode(null);
      },
    };
  });
  return [vim(), tellMode];
}

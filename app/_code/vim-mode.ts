import type { editor } from 'monaco-editor/editor';
import { initVimMode, StatusBar, VimMode } from 'monaco-vim';
import type { Command } from '../_commands/command.ts';
import { exCommandsOf, performEx } from './ex-commands.ts';
import { type ModeChange, modeWords } from './vim-words.ts';

interface VimParts {
  readonly editor: editor.IStandaloneCodeEditor;
  /** Where `:` and `/` are typed, and what they answer. */
  readonly line: HTMLElement;
  readonly onMode: (mode: string | null) => void;
  readonly commandsNow: () => readonly Command[];
}

/** Its types do not know of the part that came from CodeMirror. */
interface Vim {
  defineEx(name: string, short: string, perform: () => void): void;
}

/** Makes the editor vim's, and gives back the way to make it Monaco's again. */
export function startVim({ editor, line, onMode, commandsNow }: VimParts): () => void {
  const { Vim: vim } = VimMode as unknown as { readonly Vim: Vim };

  class VimLine extends StatusBar {
    override setMode(change: ModeChange): void {
      onMode(modeWords(change));
    }

    override setSec(...given: Parameters<StatusBar['setSec']>) {
      const close = super.setSec(...given);
      line.querySelector('input')?.setAttribute('aria-label', 'Command line');
      return close;
    }

    /** The keys of a command that is not finished: a screen reader would read each of them again. */
    override setKeyBuffer(): void {}
  }

  const adapter = initVimMode(editor, line, VimLine);
  for (const { name, short } of exCommandsOf(commandsNow())) {
    vim.defineEx(name, short, () => {
      const words = performEx(commandsNow(), name);
      if (words !== undefined) adapter.openNotification(words);
    });
  }
  return () => {
    adapter.dispose();
    onMode(null);
  };
}

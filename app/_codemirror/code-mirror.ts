import { Annotation, Compartment, EditorState, type Extension, type StateEffect } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import type { EditorOptions } from '../_code/editor-options.ts';
import type { CursorPosition, Mark } from '../_code/editor-port.ts';
import { toast } from '../_theme/toast.ts';
import { changeTo, lineEndOf } from './edits.ts';
import { loadGrammar } from './grammars.ts';
import { markText, offsetOf } from './marks.ts';
import { optionExtensions } from './option-extensions.ts';
import { afterLineNumbers, loadKeymap, selectionFor } from './setup.ts';
import type { VimPage } from './vim-keys.ts';

/** What is told of the editor. */
export interface Listener extends VimPage {
  readonly changed: (text: string) => void;
  readonly moved: (cursor: CursorPosition) => void;
}

/** How every file is edited. */
export interface Ways {
  readonly grammar: string;
  readonly label: string;
  readonly options: EditorOptions;
}

/** A file that was open: its text with undo and selection, where it was scrolled to, and what it is marked with. */
interface KeptFile {
  readonly state: EditorState;
  readonly scroll: StateEffect<unknown>;
  readonly marks: readonly Mark[];
}

/** Changes that the page made, and knows of. */
const byPage = Annotation.define<true>();
/** For so long a text that the page was told may be on its way back. */
const echoMs = 1_000;

/** CodeMirror with one state per file. What is loaded for it comes when it comes; until then the text is plain. */
export class CodeMirror {
  readonly view: EditorView;
  private readonly kept = new Map<string, KeptFile>();
  private readonly isForgotten = new Set<string>();
  private readonly grammar = new Compartment();
  private readonly keys = new Compartment();
  private readonly choices = new Compartment();
  private readonly loaded = { grammar: [] as Extension, keys: [] as Extension };
  private told: { readonly text: string; readonly at: number }[] = [];
  private marks: readonly Mark[] = [];
  private path = '';

  constructor(
    place: HTMLElement,
    private readonly listener: Listener,
    private ways: Ways,
  ) {
    this.view = new EditorView({ parent: place, state: this.newState('') });
    this.load(ways);
  }

  get text(): string {
    return this.view.state.sliceDoc();
  }

  get isPairing(): boolean {
    return this.ways.options.autoClose;
  }

  /** Shows a file with this text. A text that came from here and comes back late changes nothing. */
  show(path: string, text: string): void {
    if (path !== this.path) this.open(path, text);
    if (this.isEcho(text) || text === this.text) return;
    if (lineEndOf(text) !== this.view.state.lineBreak) this.view.setState(this.newState(text));
    else this.view.dispatch({ changes: changeTo(this.view.state, text), annotations: byPage.of(true) });
  }

  edit(ways: Ways): void {
    const before = this.ways;
    this.ways = ways;
    this.load(ways, before);
    this.reconfigure();
  }

  mark(marks: readonly Mark[]): void {
    this.marks = marks;
    this.view.dispatch(markText(this.view.state, this.marksOf(this.path)));
  }

  forget(path: string): void {
    this.kept.delete(path);
    // The page may still show it for a moment.
    if (path === this.path) this.isForgotten.add(path);
  }

  /** The cursor's place, without the focus. At the start there is nothing to scroll to, and a page around it stays where it is. */
  place({ line, column }: CursorPosition): void {
    const anchor = offsetOf(this.view.state.doc, line, column);
    const effects = anchor === 0 ? [] : EditorView.scrollIntoView(anchor, { y: 'center' });
    this.view.dispatch({ selection: { anchor }, effects });
  }

  private isEcho(text: string): boolean {
    const since = performance.now() - echoMs;
    const fresh = this.told.filter(({ at }) => at > since);
    const sent = fresh.findLastIndex((told) => told.text === text);
    this.told = fresh.slice(sent + 1);
    return sent >= 0;
  }

  private open(path: string, text: string): void {
    if (this.path !== '' && !this.isForgotten.delete(this.path))
      this.kept.set(this.path, {
        state: this.view.state,
        scroll: this.view.scrollSnapshot(),
        marks: this.marks,
      });
    this.path = path;
    this.told = [];
    const file = this.kept.get(path);
    this.view.setState(file?.state ?? this.newState(text));
    this.reconfigure();
    if (file) this.view.dispatch({ effects: file.scroll });
    if (file?.marks !== this.marks) this.mark(this.marks);
  }

  private newState(text: string): EditorState {
    return EditorState.create({
      doc: text,
      extensions: [
        EditorState.lineSeparator.of(lineEndOf(text)),
        this.keys.of([]),
        this.choices.of(this.chosenFor(text)),
        afterLineNumbers,
        this.grammar.of(this.loaded.grammar),
        EditorView.updateListener.of((update) => this.tell(update)),
      ],
    });
  }

  private tell(update: ViewUpdate): void {
    const { state, docChanged, selectionSet, transactions } = update;
    if (docChanged && !transactions.some((one) => one.annotation(byPage))) {
      const text = state.sliceDoc();
      this.told.push({ text, at: performance.now() });
      this.listener.changed(text);
    }
    if (!docChanged && !selectionSet) return;
    const { head } = state.selection.main;
    const { number, from } = state.doc.lineAt(head);
    this.listener.moved({ line: number, column: head - from + 1 });
  }

  private chosenFor(text: string): Extension {
    return [
      optionExtensions(this.ways.options, text),
      EditorView.contentAttributes.of({ 'aria-label': this.ways.label }),
    ];
  }

  private reconfigure(): void {
    this.view.dispatch({
      effects: [
        this.grammar.reconfigure(this.loaded.grammar),
        this.keys.reconfigure([this.loaded.keys, selectionFor(this.ways.options.keymap)]),
        this.choices.reconfigure(this.chosenFor(this.text)),
      ],
    });
  }

  private load({ grammar, options: { keymap } }: Ways, before?: Ways): void {
    if (grammar !== before?.grammar)
      void loadGrammar(grammar)
        // Code without colours can be written as well.
        .catch(() => [])
        .then((extension) => {
          if (grammar === this.ways.grammar) this.take({ grammar: extension });
        });
    if (keymap !== before?.options.keymap)
      void loadKeymap(keymap, this.listener)
        .then((extension) => {
          if (keymap === this.ways.options.keymap) this.take({ keys: extension });
        })
        .catch(() => toast.error(`The ${keymap} keys could not be loaded. The usual ones are there.`));
  }

  private take(loaded: Partial<typeof this.loaded>): void {
    Object.assign(this.loaded, loaded);
    this.reconfigure();
  }

  private marksOf(path: string): readonly Mark[] {
    return this.marks.filter((mark) => mark.path === path);
  }
}

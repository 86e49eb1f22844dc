import { stampOf } from '../durable-file.ts';
import { readAdded } from './added-file.ts';
import { LanguageBuilds } from './builds.ts';
import type { Catalog } from './catalog.ts';
import type { ImageBuilder } from './image-builder.ts';
import type { Language } from './language.ts';
import { Selection } from './selection.ts';

export interface InstalledLanguagesParts {
  readonly catalog: Catalog;
  readonly builder: ImageBuilder;
  /** The file that `npm run languages` writes. */
  readonly addedFile: string;
  /** The operator named the languages to offer: all of them are built. */
  readonly isNamed: boolean;
  /** Told each language once it can run, or can no longer; its state says which. */
  onChange(language: Language): void;
  /** Told when the file cannot be read: then things stay as they are. */
  onFault(error: unknown): void;
}

/** The languages that this server has ready, or is getting ready: added and removed while it runs. */
export class InstalledLanguages implements AsyncDisposable {
  private readonly selection: Selection;
  private readonly builds: LanguageBuilds;
  private seen = '';

  constructor(private readonly parts: InstalledLanguagesParts) {
    const languages = parts.catalog.toBuild();
    this.selection = new Selection({ languages, isNamed: parts.isNamed });
    this.select();
    this.builds = new LanguageBuilds({
      languages,
      builder: parts.builder,
      onReady: (language) => this.built(language),
      onFailed: (language) => this.built(language),
    });
  }

  /** Resolves, and never rejects, when nothing waits to be built any longer. */
  get finished(): Promise<void> {
    return this.builds.finished;
  }

  /** Reads the file again when it is another one, and does what it says. */
  refresh(): void {
    if (stampOf(this.parts.addedFile) === this.seen) return;
    this.select();
    this.builds.again();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.builds[Symbol.asyncDispose]();
  }

  private select(): void {
    const { addedFile, catalog } = this.parts;
    const ready = catalog.toBuild().filter(({ image }) => image !== undefined);
    this.seen = stampOf(addedFile);
    try {
      this.selection.apply(readAdded(addedFile));
    } catch (error) {
      this.parts.onFault(error);
      this.selection.keep();
    }
    for (const language of ready) if (language.image === undefined) this.parts.onChange(language);
  }

  /** Ready or failed; it may have been taken back while it was built. */
  private built(language: Language): void {
    this.selection.keep();
    this.parts.onChange(language);
  }
}

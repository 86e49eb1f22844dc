import type { AddedLanguages } from './added-file.ts';
import type { Language } from './language.ts';

export interface SelectionParts {
  readonly languages: readonly Language[];
  /** The operator named the languages to offer: all of them are built. */
  readonly isNamed: boolean;
}

/** Which languages are to be had here: those that were named; else the core, what was added, and what shares their images. */
export class Selection {
  private added: AddedLanguages = {};

  constructor(private readonly parts: SelectionParts) {}

  /**
   * Brings states in line with what was added: what is wanted and absent waits to be built, and so does what failed and was
   * asked for again; what is no longer wanted is absent. One that is being built just now stays so.
   */
  apply(added: AddedLanguages): void {
    const before = this.added;
    this.added = added;
    for (const language of this.parts.languages) {
      if (!language.isWhole || language.state.status === 'building') continue;
      if (!this.wants(language)) language.absent();
      else if (this.mustBeBuilt(language, before)) language.waiting();
    }
  }

  /** As before, for what has changed meanwhile. */
  keep(): void {
    this.apply(this.added);
  }

  private mustBeBuilt({ id, state }: Language, before: AddedLanguages): boolean {
    const isAskedAgain = this.added[id] !== before[id];
    return state.status === 'absent' || (state.status === 'failed' && isAskedAgain);
  }

  private wants(language: Language): boolean {
    if (this.parts.isNamed) return true;
    return this.parts.languages.some(
      (other) => ownerOf(other) === ownerOf(language) && this.isAskedFor(other),
    );
  }

  private isAskedFor({ id, manifest }: Language): boolean {
    return manifest.core !== undefined || this.added[id] !== undefined;
  }
}

/** Languages of one image come and go together: one more of them costs nothing. */
function ownerOf({ id, imageOf }: Language): string {
  return imageOf ?? id;
}

import type { BuildWatch, ImageBuilder } from './image-builder.ts';
import type { Language } from './language.ts';
import { recipeOf } from './recipe.ts';

export interface LanguageBuildsParts {
  /** In the order in which they are to be built. */
  readonly languages: readonly Language[];
  readonly builder: ImageBuilder;
  /** Told each language once it can run. */
  onReady?(language: Language): void;
  /** Told each language that cannot, with its reason in its state. */
  onFailed?(language: Language): void;
}

/** Builds the languages' images one after the other; every language's state says where its image stands. */
export class LanguageBuilds implements AsyncDisposable {
  /** The first language that can run; undefined when none ever will. Never rejects. */
  readonly firstReady: Promise<Language | undefined>;
  private building: Promise<void>;
  private readonly closing = new AbortController();
  private tellFirst: (language: Language | undefined) => void = () => {};

  constructor(private readonly parts: LanguageBuildsParts) {
    this.firstReady = new Promise((resolve) => {
      this.tellFirst = resolve;
    });
    this.building = this.buildAll();
  }

  /** Resolves, and never rejects, when no language waits any longer, or the builds were closed. */
  get finished(): Promise<void> {
    return this.building;
  }

  /** Builds what has come to wait since; after the builds under way. */
  again(): void {
    this.building = this.building.then(() => this.buildAll());
  }

  /** Stops the build under way and waits for its end. Languages not yet built go on waiting for the next start. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.closing.abort();
    await this.building;
  }

  private async buildAll(): Promise<void> {
    for (const language of inBuildOrder(this.parts.languages)) {
      if (this.closing.signal.aborted) break;
      if (language.state.status === 'waiting') await this.buildOne(language);
    }
    this.tellFirst(undefined);
  }

  private async buildOne(language: Language): Promise<void> {
    try {
      const recipe = recipeOf(language, this.ownerImage(language));
      language.ready(await this.parts.builder.build(recipe, this.watch(language)));
    } catch (error) {
      if (this.closing.signal.aborted) return language.waiting();
      language.failed(error instanceof Error ? error.message : String(error));
      this.parts.onFailed?.(language);
      return;
    }
    this.tellFirst(language);
    this.parts.onReady?.(language);
  }

  private ownerImage(language: Language): string | undefined {
    if (language.imageOf === undefined) return undefined;
    const owner = this.parts.languages.find((other) => other.id === language.imageOf);
    if (owner?.image !== undefined) return owner.image;
    throw new Error(
      `Its image is that of ${owner?.manifest.name ?? language.imageOf}, which could not be built.`,
    );
  }

  private watch(language: Language): BuildWatch {
    return { signal: this.closing.signal, progress: (progress) => language.building(progress) };
  }
}

/** The given order, except that a language comes after the one whose image it uses. */
function inBuildOrder(languages: readonly Language[]): readonly Language[] {
  const isBorrower = (language: Language) => language.imageOf !== undefined;
  return languages.flatMap((language) => {
    if (isBorrower(language)) return [];
    return [language, ...languages.filter((other) => other.imageOf === language.id)];
  });
}

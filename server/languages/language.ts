import type { LanguageState } from '#protocol/language.ts';
import { commandLine } from './command-line.ts';
import { DiagnosticRules } from './diagnostic-rules.ts';
import type { BuildProgress, BuiltImage } from './image-builder.ts';
import type { Manifest } from './manifest.ts';

export interface LanguageTexts {
  /** What a new program starts as. */
  readonly template: string;
  /** The smallest whole program: it prints `Hello World`. */
  readonly hello: string;
}

/** What a language's folder says. */
export interface LanguageFolder {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly texts: LanguageTexts;
}

/** A language: what its folder says, and where its image stands. */
export class Language {
  readonly id: string;
  readonly manifest: Manifest;
  readonly texts: LanguageTexts;
  readonly folder: string;
  readonly diagnostics: DiagnosticRules;
  private current: LanguageState = { status: 'waiting' };
  private built: BuiltImage | undefined;
  private hasFault = false;

  constructor({ folder, manifest, texts }: LanguageFolder) {
    this.id = manifest.id;
    this.manifest = manifest;
    this.texts = texts;
    this.folder = folder;
    this.diagnostics = new DiagnosticRules(manifest.diagnostics);
  }

  get state(): LanguageState {
    return this.current;
  }

  /** False when its folder is not as it must be: then it has failed for good. */
  get isWhole(): boolean {
    return !this.hasFault;
  }

  /** The image's name in the engine; undefined until the language is ready. */
  get image(): string | undefined {
    return this.built?.image;
  }

  /** What the engine calls the image's very bytes; undefined until the language is ready. */
  get digest(): string | undefined {
    return this.built?.digest;
  }

  /** As the language itself tells it (`3.13.5`); empty until the language is ready. */
  get version(): string {
    return this.built?.version ?? '';
  }

  /** Every name a request may use, in lower case. */
  get names(): readonly string[] {
    return [this.id, this.manifest.name.toLowerCase(), ...this.manifest.aliases];
  }

  /** The language whose image this one uses; undefined when it has its own. */
  get imageOf(): string | undefined {
    return 'of' in this.manifest.image ? this.manifest.image.of : undefined;
  }

  /** The commands that a run of `source` alone performs, as a person would type them. */
  get commands(): { readonly compile?: string; readonly run: string } {
    const { compile, run } = this.manifest;
    return { ...(compile ? { compile: this.typed(compile) } : {}), run: this.typed(run) };
  }

  waiting(): void {
    this.current = { status: 'waiting' };
  }

  building(progress: BuildProgress): void {
    const { step, steps, detail } = progress;
    this.current = { status: 'building', step, steps, detail };
  }

  ready(built: BuiltImage): void {
    this.built = built;
    this.current = { status: 'ready' };
  }

  failed(reason: string): void {
    this.built = undefined;
    this.current = { status: 'failed', reason };
  }

  absent(): void {
    this.built = undefined;
    this.current = { status: 'absent' };
  }

  /** Its folder is not as it must be. */
  refused(reason: string): void {
    this.hasFault = true;
    this.failed(reason);
  }

  private typed(argv: readonly string[]): string {
    const words = argv.filter((word) => word !== '{args}');
    return commandLine(words.map((word) => word.replaceAll(/\{entry\}|\{sources\}/g, this.manifest.source)));
  }
}

/** What an image is built from, and how it is proven to work. */
export interface ImageRecipe {
  /** The language's id. */
  readonly id: string;
  /** The folder's own Dockerfile, or the image of another language as it is. */
  readonly source:
    | { readonly kind: 'folder'; readonly folder: string; readonly npm: Readonly<Record<string, string>> }
    | { readonly kind: 'image'; readonly image: string };
  readonly version: {
    readonly command: readonly string[];
    readonly pattern: string;
    readonly prefix: string;
  };
  /** A program of one file, and the shell command that compiles and runs it; it must print `Hello World`. */
  readonly hello: { readonly path: string; readonly text: string; readonly command: string };
}

export interface BuiltImage {
  /** The name under which the engine runs it. */
  readonly image: string;
  /** What the engine calls these very bytes: `sha256:…`. */
  readonly digest?: string | undefined;
  readonly version: string;
}

/** `step` of `steps` (both 0 while they are unknown), and the last thing that the build said. */
export interface BuildProgress {
  readonly step: number;
  readonly steps: number;
  readonly detail: string;
}

export interface BuildWatch {
  readonly signal: AbortSignal;
  progress(progress: BuildProgress): void;
}

/** Makes languages' images. */
export interface ImageBuilder {
  /**
   * Answers in milliseconds when the image is there already. Throws an error whose message is for people when it
   * cannot be made, or when what was made cannot say hello.
   */
  build(recipe: ImageRecipe, watch: BuildWatch): Promise<BuiltImage>;
}

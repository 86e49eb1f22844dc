import type { Catalog } from '../languages/catalog.ts';
import type { Language } from '../languages/language.ts';
import type { SandboxSpec } from '../sandbox/sandbox.ts';
import { warmBytes } from './boot-ahead.ts';
import type { OfferedLanguages } from './offered-languages.ts';
import { defaultSpec } from './plan.ts';

/** The part of a pool that keeps sandboxes ahead of need. */
export interface KeepingPool {
  keep(spec: SandboxSpec, count: number): void;
  drop(spec: SandboxSpec): void;
  status(): readonly { readonly spec: SandboxSpec; readonly warm: number; readonly target: number }[];
}

export interface WarmLanguagesParts {
  readonly catalog: Catalog;
  readonly offered: OfferedLanguages;
  readonly pool: KeepingPool;
  /** The most warm sandboxes of one kind, whatever manifests ask. */
  readonly maxWarm: number;
}

/** How many warm sandboxes the settings allow: of one kind, and usual ones in all. */
export function mostWarm(settings: { readonly POOL_MAX_WARM: number; readonly POOL_MEMORY_BYTES: number }) {
  return { each: settings.POOL_MAX_WARM, all: Math.floor(settings.POOL_MEMORY_BYTES / warmBytes) };
}

/** Has the pool keep as many warm sandboxes as the languages ask; those of equal sandboxes share them. */
export class WarmLanguages {
  private kept = new Map<string, SandboxSpec>();

  constructor(private readonly parts: WarmLanguagesParts) {}

  /** To be called when a language became ready, or can no longer run. */
  keep(): void {
    const wanted = new Map<string, { spec: SandboxSpec; count: number }>();
    for (const language of this.parts.catalog.all()) {
      const spec = this.specOf(language);
      if (spec === undefined) continue;
      const key = JSON.stringify(spec);
      wanted.set(key, { spec, count: (wanted.get(key)?.count ?? 0) + language.manifest.warm });
    }
    for (const [key, spec] of this.kept) if (!wanted.has(key)) this.parts.pool.drop(spec);
    this.kept = new Map([...wanted].map(([key, { spec }]) => [key, spec]));
    for (const { spec, count } of wanted.values())
      this.parts.pool.keep(spec, Math.min(count, this.parts.maxWarm));
  }

  /** By language; those that share sandboxes show the same ones. */
  status(): Record<string, { warm: number; target: number }> {
    const shelves = new Map(this.parts.pool.status().map((shelf) => [JSON.stringify(shelf.spec), shelf]));
    return Object.fromEntries(
      this.parts.catalog.all().flatMap((language) => {
        const shelf = shelves.get(JSON.stringify(this.specOf(language)));
        return shelf === undefined ? [] : [[language.id, { warm: shelf.warm, target: shelf.target }]];
      }),
    );
  }

  private specOf(language: Language): SandboxSpec | undefined {
    const plannable = this.parts.offered.plannable(language);
    return plannable && defaultSpec(plannable);
  }
}

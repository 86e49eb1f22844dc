import type { Language } from './language.ts';
import { nearNames } from './near-names.ts';

const maxSuggestions = 3;

export interface CatalogParts {
  readonly languages: readonly Language[];
  /** Languages that are not offered, but whose images others need. */
  readonly hidden?: readonly Language[];
}

/** The languages on offer: core ones first in their order, then the others by name. */
export class Catalog {
  private readonly offered: readonly Language[];
  private readonly byName: ReadonlyMap<string, Language>;

  constructor(private readonly parts: CatalogParts) {
    this.offered = parts.languages.toSorted(inOrder);
    this.byName = new Map(
      this.offered.flatMap((language) => namesOf(language).map((name) => [name, language])),
    );
  }

  all(): readonly Language[] {
    return this.offered;
  }

  /** Every language that must be built, whether it is offered or only lends its image. */
  toBuild(): readonly Language[] {
    return [...this.offered, ...(this.parts.hidden ?? [])].toSorted(inOrder);
  }

  /** What must be built for this one to run: itself, after the one whose image it uses. */
  toBuildFor({ id, imageOf }: Language): readonly Language[] {
    return this.toBuild().filter((other) => other.id === id || other.id === imageOf);
  }

  /** By id, name or alias, in any case. */
  find(name: string): Language | undefined {
    return this.byName.get(name.trim().toLowerCase());
  }

  /** Ids of the languages that an unknown name may have meant, nearest first. */
  nearest(name: string): string[] {
    const names = nearNames(name.trim(), [...this.byName.keys()]);
    return [...new Set(names.flatMap((near) => this.find(near)?.id ?? []))].slice(0, maxSuggestions);
  }
}

/** A folder that is not right answers to its id only: its aliases may be what is not right. */
function namesOf(language: Language): readonly string[] {
  return language.isWhole ? language.names : [language.id];
}

function inOrder(a: Language, b: Language): number {
  const last = Number.POSITIVE_INFINITY;
  const [first, second] = [a.manifest.core ?? last, b.manifest.core ?? last];
  return first === second ? a.manifest.name.localeCompare(b.manifest.name) : first - second;
}

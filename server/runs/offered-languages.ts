import type { LanguageInfo, LanguagesAnswer } from '#protocol/language.ts';
import type { Catalog } from '../languages/catalog.ts';
import type { Language } from '../languages/language.ts';
import { compileRanges, type LimitSettings, runRanges } from './limits.ts';
import type { PlannableLanguage } from './plan.ts';
import { RunRefused } from './refused.ts';
import type { LanguageSource } from './runner.ts';

/** Seconds after which a language that is being built is worth another try. */
const buildRetrySeconds = 15;

/** What an operator decides about languages. */
export interface OfferSettings extends LimitSettings {
  readonly SANDBOX_REUSE: 'off' | 'owner' | 'any';
}

/** The languages of the catalog under the operator's limits. */
export class OfferedLanguages implements LanguageSource {
  /** Each as it was last: every run asks, and what comes of it can then be remembered by it. */
  private readonly known = new WeakMap<Language, PlannableLanguage>();

  constructor(
    private readonly catalog: Catalog,
    private readonly settings: OfferSettings,
  ) {}

  /** Throws `RunRefused`: 404 with near names when there is none, 503 when it cannot be run yet. */
  ready(name: string): PlannableLanguage {
    const language = this.catalog.find(name);
    if (language === undefined) throw unknownLanguage(name, this.catalog.nearest(name));
    const plannable = this.plannable(language);
    if (plannable === undefined) throw notReady(language);
    return plannable;
  }

  /** What planning needs; undefined until the language's image is ready. */
  plannable(language: Language): PlannableLanguage | undefined {
    if (language.image === undefined) return undefined;
    const known = this.known.get(language);
    if (known?.image === language.image && known.version === language.version) return known;
    const { id, source, extensions, compile, run, env, formatter } = language.manifest;
    const boot = this.bootOf(language);
    const { version, image, digest, diagnostics } = language;
    const ranges = this.rangesOf(language);
    const commands = { compile, run, env, boot, formatter };
    const named = { id, version, image, digest, source, extensions, ...commands, diagnostics, ranges };
    this.known.set(language, named);
    return named;
  }

  answer(): LanguagesAnswer {
    return { languages: this.catalog.all().map((language) => this.infoOf(language)) };
  }

  private infoOf(language: Language): LanguageInfo {
    const { id, name, aliases, extensions, grammar, kind, source, libraries, formatter } = language.manifest;
    const { version, state, commands } = language;
    const { template } = language.texts;
    const { run, compile } = this.rangesOf(language);
    const limits = commands.compile === undefined ? { run } : { run, compile };
    return {
      id,
      name,
      version,
      aliases,
      extensions,
      grammar,
      kind,
      source,
      template,
      commands,
      limits,
      libraries,
      formatter: formatter?.name ?? null,
      state,
    };
  }

  /** Forks have in common what a start makes by chance: that is for sandboxes which are used again anyway. */
  private bootOf({ manifest: { boot } }: Language): PlannableLanguage['boot'] {
    return boot && { ...boot, forkServer: boot.forkServer && this.settings.SANDBOX_REUSE !== 'off' };
  }

  private rangesOf(language: Language): PlannableLanguage['ranges'] {
    const { limits } = language.manifest;
    return {
      run: runRanges(this.settings, limits.run),
      compile: compileRanges(this.settings, limits.compile),
    };
  }
}

function unknownLanguage(name: string, suggestions: string[]): RunRefused {
  const near = suggestions.length > 0 ? ` Did you mean ${suggestions.join(' or ')}?` : ' See /languages.';
  const message = `There is no language called ${JSON.stringify(name)}.${near}`;
  return new RunRefused({ code: 'unknown_language', message, field: 'language', suggestions });
}

function notReady({ id, manifest, state }: Language): RunRefused {
  if (state.status === 'absent') {
    const message = `${manifest.name} is not installed on this server. Who runs it can add it: npm run languages -- add ${id}`;
    return new RunRefused({ code: 'language_not_ready', message, field: 'language' });
  }
  if (state.status === 'failed') {
    const message = `${manifest.name} cannot be run on this server. ${firstLine(state.reason)}`;
    return new RunRefused({ code: 'language_not_ready', message, field: 'language' });
  }
  const message = `${manifest.name} is still being built. Try again in ${buildRetrySeconds} seconds.`;
  return new RunRefused({
    code: 'language_not_ready',
    message,
    field: 'language',
    retryAfter: buildRetrySeconds,
  });
}

/** What follows it is of a build: /languages has the whole of it. */
function firstLine(reason: string): string {
  return reason.split('\n', 1)[0] ?? '';
}

import type { Claim } from './claim-draft.ts';
import { type Draft, isSameDraft } from './draft.ts';
import type { KeptDraft } from './kept-draft.ts';
import { keepDraftAtOnce } from './last-words.ts';

// It comes after the page.
const loadStore = () => import('./draft-store.ts');

/** What is to be kept, and where. */
interface Keeping {
  readonly claim: Claim;
  readonly slot: { readonly id: string; readonly language: string; readonly initial: Draft };
  readonly draft: Draft;
}

export interface KeeperNews {
  /** The browser keeps nothing any more. Told once. */
  readonly onLost: (reason: unknown) => void;
  /** How long after the last change a draft is kept. */
  readonly pauseMs: () => number;
}

/** Writes a tab's drafts as they change: after a pause, and at once when the page is hidden or another draft is shown. */
export class Keeper {
  #waiting: Keeping | undefined;
  /** Handed to the store, which did not say yet that it has it. */
  #onItsWay: KeptDraft | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastAt = 0;
  #isLost = false;
  readonly #news: KeeperNews;

  constructor(news: KeeperNews) {
    this.#news = news;
  }

  keep(keeping: Keeping): void {
    if (this.#waiting?.claim.id !== keeping.claim.id) this.flush();
    this.#waiting = keeping;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), this.#news.pauseMs());
  }

  /** Writes it at this moment, whatever it is. Fails where the browser keeps nothing, or has no room left. */
  async keepNow(keeping: Keeping): Promise<void> {
    if (this.#waiting?.claim.id === keeping.claim.id) this.#take();
    await this.#write(this.#keptOf(keeping));
  }

  /** Writes what waits. */
  flush(): void {
    const keeping = this.#take();
    if (!keeping) return;
    // Nothing is kept that is as it began.
    const isBare = isSameDraft(keeping.draft, keeping.slot.initial);
    const written = isBare ? this.forget(keeping.claim.id) : this.#write(this.#keptOf(keeping));
    written.catch((error: unknown) => this.#tellLost(error));
  }

  async forget(id: string): Promise<void> {
    if (this.#onItsWay?.id === id) this.#onItsWay = undefined;
    const { forgetDraft } = await loadStore();
    await forgetDraft(id);
  }

  /** Listens for the page's going away, until the returned function is called. */
  watch(): () => void {
    const onHidden = () => document.visibilityState === 'hidden' && this.flush();
    const onLeave = () => this.#flushAtOnce();
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('pagehide', onLeave);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('pagehide', onLeave);
      this.flush();
    };
  }

  async #write(kept: KeptDraft): Promise<void> {
    this.#onItsWay = kept;
    const { keepDraft } = await loadStore();
    await keepDraft(kept);
    if (this.#onItsWay === kept) this.#onItsWay = undefined;
  }

  #flushAtOnce(): void {
    this.flush();
    if (!this.#onItsWay) return;
    try {
      keepDraftAtOnce(this.#onItsWay);
    } catch {
      // Nobody is left to be told.
    }
  }

  #take(): Keeping | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    clearTimeout(this.#timer);
    return waiting;
  }

  #keptOf({ claim, slot, draft }: Keeping): KeptDraft {
    this.#lastAt = Math.max(Date.now(), this.#lastAt + 1, (claim.kept?.keptAt ?? 0) + 1);
    const { id: place, language } = slot;
    return {
      ...draft,
      id: claim.id,
      language,
      place: claim.isCopy ? place : (claim.kept?.place ?? place),
      keptAt: this.#lastAt,
    };
  }

  #tellLost(reason: unknown): void {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#news.onLost(reason);
  }
}

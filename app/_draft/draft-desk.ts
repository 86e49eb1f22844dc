import type { Claim } from './claim-draft.ts';
import { type Draft, isSameDraft } from './draft.ts';
import { Keeper, type KeeperNews } from './draft-keeper.ts';
import { rememberOwn } from './own-draft.ts';

// The way into the store comes after the page.
const loadClaims = () => import('./claim-draft.ts');

/** Where the page begins with a draft, and what it is before anything was written: a language's template, or a snippet. */
export interface DraftSlot {
  /** A language's id, or `snippet-` and the id of a snippet that was opened, `drill-` and that of a drill. */
  readonly id: string;
  readonly language: string;
  readonly initial: Draft;
}

/** How the page hears of what became of its drafts. */
export interface DraftNews extends KeeperNews {
  /**
   * A kept draft was found where a slot is filled; it is a copy where another tab has the draft itself. Says whether it is
   * shown. Else the slot begins anew, and `take` shows it after all.
   */
  readonly onFound: (found: {
    /** The id of the slot. */
    readonly place: string;
    readonly keptAt: number;
    readonly isCopy: boolean;
    readonly take: () => void;
  }) => boolean;
}

/** What lies in a slot: a draft, once there is more than the initial one, and the claim to keep it. */
interface Entry {
  readonly draft?: Draft | undefined;
  readonly claim?: Claim | undefined;
}

export type Entries = Readonly<Record<string, Entry>>;

/** The drafts that this tab has, one in each slot, and their way into the store. */
export class DraftDesk {
  #entries: Entries = {};
  readonly #claiming = new Map<string, Promise<Claim>>();
  readonly #listeners = new Set<() => void>();
  readonly #keeper: Keeper;
  readonly #news: DraftNews;

  constructor(news: DraftNews) {
    this.#news = news;
    this.#keeper = new Keeper(news);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly entries = (): Entries => this.#entries;

  /** Keeps what waits as soon as the page goes away, until the returned function is called. */
  readonly watch = (): (() => void) => this.#keeper.watch();

  draftIn({ id, initial }: DraftSlot): Draft {
    return this.#entries[id]?.draft ?? initial;
  }

  idIn({ id }: DraftSlot): string | undefined {
    return this.#entries[id]?.claim?.id;
  }

  /** Looks for what was kept for a slot, once. What is typed meanwhile is newer, and a draft of its own. */
  async fill(slot: DraftSlot): Promise<void> {
    if (this.#entries[slot.id]?.claim || this.#claiming.has(slot.id)) return;
    const claiming = loadClaims().then(({ claimDraft }) => claimDraft(slot.id));
    this.#claiming.set(slot.id, claiming);
    const claim = await claiming;
    const { claimNew } = await loadClaims();
    this.#claiming.delete(slot.id);
    const { draft: typed, claim: taken } = this.#entries[slot.id] ?? {};
    if (taken) return claim.release();
    if (typed) {
      claim.release();
      return this.#take(slot, await claimNew(), typed);
    }
    const { kept, isCopy } = claim;
    if (!kept || isSameDraft(kept, slot.initial)) return this.#take(slot, claim, undefined);
    const take = () => void this.open(slot, kept.id).catch(reportError);
    if (this.#news.onFound({ place: slot.id, keptAt: kept.keptAt, isCopy, take }))
      return this.#take(slot, claim, kept);
    claim.release();
    this.#take(slot, await claimNew(), undefined);
  }

  /** Keeps a slot's draft at this moment. Fails where the browser keeps nothing, or has no room left. */
  async keepNow(slot: DraftSlot): Promise<void> {
    const { claim } = this.#entries[slot.id] ?? {};
    if (claim) await this.#keeper.keepNow({ claim, slot, draft: this.draftIn(slot) });
  }

  put(slot: DraftSlot, draft: Draft): void {
    const { claim } = this.#entries[slot.id] ?? {};
    this.#set(slot.id, { claim, draft });
    this.#keep(slot);
  }

  /** A new draft in the slot; the one before stays kept. Resolves to the way back to it. */
  async begin(slot: DraftSlot, draft: Draft): Promise<() => Promise<void>> {
    this.#keeper.flush();
    const { claimKept, claimNew } = await loadClaims();
    const before = this.#entries[slot.id];
    this.#take(slot, await claimNew(), draft);
    this.#keep(slot);
    const begunId = this.idIn(slot);
    return async () => {
      const isUntouched = this.idIn(slot) === begunId && isSameDraft(this.draftIn(slot), draft);
      this.#keeper.flush();
      if (isUntouched && begunId !== undefined) await this.#keeper.forget(begunId);
      if (before?.claim) return this.#take(slot, await claimKept(before.claim.id, true), before.draft);
      this.#entries[slot.id]?.claim?.release();
      this.#set(slot.id, {});
    };
  }

  /** The kept draft of this id, or a copy where another tab has it. Resolves to whether it is a copy. */
  async open(slot: DraftSlot, id: string): Promise<boolean> {
    this.#keeper.flush();
    if (this.idIn(slot) === id) return false;
    const { claimKept } = await loadClaims();
    const claim = await claimKept(id, false);
    this.#take(slot, claim, claim.kept);
    return claim.isCopy;
  }

  #take(slot: DraftSlot, claim: Claim, draft: Draft | undefined): void {
    this.#entries[slot.id]?.claim?.release();
    this.#set(slot.id, { claim, draft });
    if (draft !== undefined && draft !== claim.kept) this.#keep(slot);
    if (claim.kept && !claim.isCopy) rememberOwn(slot.id, claim.id);
  }

  #keep(slot: DraftSlot): void {
    const { claim, draft } = this.#entries[slot.id] ?? {};
    if (!claim || !draft) return;
    rememberOwn(slot.id, claim.id);
    this.#keeper.keep({ claim, slot, draft });
  }

  #set(place: string, entry: Entry): void {
    this.#entries = { ...this.#entries, [place]: entry };
    for (const listener of this.#listeners) listener();
  }
}

import { keepEditToken } from './edit-tokens.ts';
import {
  endOf,
  hiddenTestsOf,
  type Link,
  noTests,
  openedLink,
  runIdOf,
  runOf,
  type Saved,
  wordsOf,
} from './link.ts';
import { type Choices, chosenPart, contentOf, settingsOf, usualChoices } from './link-choices.ts';
import { type Answer, changeLink, createLink, readLink, reviseLink, type Snippet } from './link-requests.ts';
import type { Shared } from './shared.ts';

export type LinkState =
  | { readonly phase: 'creating'; readonly choices: Choices }
  /** What is written has changed since it was shared: the same link for it, or another? */
  | Asking
  | { readonly phase: 'refused'; readonly choices: Choices; readonly words: string }
  | {
      readonly phase: 'ready';
      readonly choices: Choices;
      readonly link: Link;
      readonly isChanging: boolean;
      readonly done: 'created' | 'updated' | 'found';
      /** What did not go as it was asked for. */
      readonly words: string | undefined;
    };

interface Asking {
  readonly phase: 'asking';
  readonly choices: Choices;
  readonly link: Link;
  /** Why the link could not be changed. */
  readonly words?: string;
}

type Ready = Extract<LinkState, { phase: 'ready' }>;

interface Change {
  readonly shared: Shared;
  /** The link as it is to be. */
  readonly next: Link;
  /** What was shown before. */
  readonly before: LinkState;
}

/** The links that a page makes of its drafts. What is asked of it is done one after the other. */
export class LinkDesk {
  readonly #links = new Map<string, Link>();
  readonly #listeners = new Set<() => void>();
  #state: LinkState = { phase: 'creating', choices: usualChoices };
  #work: Promise<void> = Promise.resolve();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): LinkState => this.#state;

  /** Shows the draft's link: a new one at once, unless it has one. Resolves when all is done that was asked for so far. */
  open(shared: Shared): Promise<void> {
    return this.#then(async () => {
      const link = await this.#linkOf(shared);
      if (!link) return await this.#create(shared, usualChoices);
      const { choices } = link;
      if (link.content !== contentOf(chosenPart(shared, choices)))
        return this.#show({ phase: 'asking', choices, link });
      this.#show(ready(link, 'found'));
      if (choices.run && shared.run && shared.run.runId !== link.runId) await this.#revise(shared, link);
    });
  }

  create(shared: Shared): Promise<void> {
    return this.#then(() => this.#create(shared, this.#state.choices));
  }

  /** The link shows what is written now; what it showed before stays one of its revisions. */
  update(shared: Shared): Promise<void> {
    return this.#then(async () => {
      if (this.#state.phase === 'asking') await this.#revise(shared, this.#state.link);
    });
  }

  /** Makes the link as it was chosen to be. Where that fails it is as before, and why is told. */
  choose(shared: Shared, change: Partial<Choices>): Promise<void> {
    return this.#then(async () => {
      if (this.#state.phase !== 'ready') return;
      const link = { ...this.#state.link, choices: { ...this.#state.choices, ...change } };
      const settings = settingsOf(change);
      if (Object.keys(settings).length === 0) return await this.#revise(shared, link);
      this.#show({ ...this.#state, isChanging: true, choices: link.choices });
      this.#settle({ shared, next: link, before: this.#state }, await changeLink(link, settings));
    });
  }

  async #create(shared: Shared, choices: Choices): Promise<void> {
    this.#show({ phase: 'creating', choices });
    const { visibility, ...part } = { ...chosenPart(shared, choices), ...settingsOf(choices) };
    const answer = await createLink({ ...part, visibility, ...runOf(shared, choices) });
    if (!answer.ok) return this.#show({ phase: 'refused', choices, words: answer.words });
    const { id, editToken } = answer.value;
    const link = {
      id,
      editToken,
      choices,
      hidesTests: false,
      content: contentOf(chosenPart(shared, choices)),
    };
    this.#keep(shared, { ...link, runId: runIdOf(shared, choices), ...endOf(answer.value) }, answer.value);
    this.#show({ ...ready(this.#linkNow(shared), 'created'), words: wordsOf(answer.value) });
  }

  async #revise(shared: Shared, link: Link): Promise<void> {
    const { choices } = link;
    const before = this.#state;
    this.#show({
      ...ready(before.phase === 'ready' ? before.link : link, 'found'),
      choices,
      isChanging: true,
    });
    const hidden = link.hidesTests && choices.tests ? await hiddenTestsOf(link) : noTests;
    if (!hidden.ok) return this.#settle({ shared, next: link, before }, hidden);
    const { forkedFrom: _, visibility: __, expiry: ___, ...part } = chosenPart(shared, choices);
    const draft = { ...part, tests: [...(part.tests ?? []), ...hidden.value], ...runOf(shared, choices) };
    const next = {
      ...link,
      content: contentOf(chosenPart(shared, choices)),
      runId: runIdOf(shared, choices),
    };
    this.#settle({ shared, next, before }, await reviseLink(link, link.revision, draft));
  }

  /** After a change: the link as it is now, or what was shown before, with why it did not change. */
  #settle({ shared, next, before }: Change, answer: Answer<Saved>): void {
    if (answer.ok) {
      this.#keep(shared, { ...next, ...endOf(answer.value) }, answer.value);
      this.#show({ ...ready(this.#linkNow(shared), 'updated'), words: wordsOf(answer.value) });
      return;
    }
    const { status } = answer;
    const words = status === 412 ? 'This link was changed elsewhere meanwhile.' : answer.words;
    if (status === 404 || status === 410) this.#links.delete(shared.key);
    const link = this.#links.get(shared.key);
    if (!link) this.#show({ phase: 'refused', choices: usualChoices, words });
    else if (before.phase === 'asking') this.#show({ ...before, words });
    else this.#show({ ...ready(link, 'found'), words });
  }

  /** The link that the draft has, of this page or from before. One with an end may be over. */
  async #linkOf(shared: Shared): Promise<Link | undefined> {
    const link = this.#links.get(shared.key) ?? openedLink(shared);
    if (!link) return undefined;
    if (link.choices.expiry !== 'never') {
      const answer = await readLink(link);
      if (!answer.ok && (answer.status === 404 || answer.status === 410)) {
        this.#links.delete(shared.key);
        return undefined;
      }
    }
    this.#links.set(shared.key, link);
    return link;
  }

  #keep({ key }: Shared, link: Link, { title, language, createdAt }: Snippet): void {
    this.#links.set(key, link);
    keepEditToken(link.id, link.editToken, { title, language, createdAt });
  }

  #linkNow({ key }: Shared): Link {
    const link = this.#links.get(key);
    if (!link) throw new Error('A link was lost that was just kept.');
    return link;
  }

  #then(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(work).catch(reportError);
    return this.#work;
  }

  #show(state: LinkState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function ready(link: Link, done: Ready['done']): Ready {
  return { phase: 'ready', choices: link.choices, link, isChanging: false, done, words: undefined };
}

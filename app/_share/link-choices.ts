import type { Expiry, ShareDraft, Visibility } from './link-requests.ts';
import type { OpenedLink, Shared } from './shared.ts';

/** What a person chose for a link. */
export interface Choices {
  readonly input: boolean;
  readonly tests: boolean;
  readonly run: boolean;
  readonly visibility: Visibility;
  /** A date in the place of a choice is the end that the link has already. */
  readonly expiry: Expiry | Date;
}

export const usualChoices: Choices = {
  ...{ input: true, tests: true, run: true },
  ...{ visibility: 'unlisted', expiry: 'never' },
};

/** What is saved under the choices, without the run. */
export function chosenPart({ draft }: Pick<Shared, 'draft'>, { input, tests }: Choices): ShareDraft {
  return { ...draft, ...(input ? {} : { stdin: '' }), ...(tests ? {} : { tests: [] }) };
}

/** Two drafts of equal contents are saved as the same. */
export function contentOf({ forkedFrom: _, ...draft }: ShareDraft): string {
  return JSON.stringify(draft);
}

/** The choices that a saved snippet shows. */
export function choicesOf({ visibility, expiresAt }: OpenedLink): Choices {
  return { ...usualChoices, visibility, expiry: expiresAt === null ? 'never' : new Date(expiresAt) };
}

/** The settings that change with a choice, if any do. */
export function settingsOf({ visibility, expiry }: Partial<Choices>) {
  return {
    ...(visibility === undefined ? {} : { visibility }),
    ...(expiry === undefined || expiry instanceof Date ? {} : { expiry }),
  };
}

import type { ShareDraft } from '../_share/link-requests.ts';
import type { OwnSnippet } from './own-snippet.ts';
import type { SavedDrill } from './save-drill.ts';

/** What an author makes a drill of. */
export interface DrillDraft {
  readonly statement: string;
  readonly onStatement: (statement: string) => void;
  readonly testCount: number;
  readonly hiddenCount: number;
  /** What is saved. */
  readonly draftNow: () => ShareDraft;
  /** The drill that this draft is of already, where this browser may change it. */
  readonly own: OwnSnippet | null;
  readonly onSaved: (saved: SavedDrill) => void;
}

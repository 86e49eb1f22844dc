import type { TitledCode } from './copy-as.ts';
import type { ShareDraft, Visibility } from './link-requests.ts';

/** What is shared: the draft, the run of it that goes with the link, and other ways to say it. */
export interface Shared {
  /** Which draft it is: what has a link already keeps it. */
  readonly key: string;
  readonly draft: ShareDraft;
  /** The run of it that was the last, if it was of this very code. */
  readonly run: ShareDraft['run'];
  /** The saved snippet that it began as, as it was then. */
  readonly opened: OpenedLink | undefined;
  /** The files that are text, for Markdown. */
  readonly text: TitledCode;
  /** The command line that runs it. */
  readonly curl: string;
}

export interface OpenedLink {
  readonly id: string;
  readonly revision: number;
  readonly visibility: Visibility;
  readonly expiresAt: string | null;
  /** Undefined where it is not the latest revision: that one is not changed. */
  readonly draft: ShareDraft | undefined;
  /** Tests of it are not in the draft, since only their owner is told of them. */
  readonly hidesTests: boolean;
}

import type { DraftMoves, MovesParts } from './draft-moves.ts';

/** What comes after the page, and is there before it is asked for. */
export const loadMoves = () => import('./draft-moves.ts');

export function withMoves(act: (loaded: Awaited<ReturnType<typeof loadMoves>>) => void): void {
  void loadMoves().then(act).catch(reportError);
}

/** The moves, of which only the names are there at first. */
export function lateMoves(parts: MovesParts): DraftMoves {
  const move = (act: (moves: DraftMoves) => void) => withMoves(({ draftMoves }) => act(draftMoves(parts)));
  return {
    startClean: () => move(({ startClean }) => startClean()),
    openDraft: (kept) => move(({ openDraft }) => openDraft(kept)),
    restorePast: (past) => move(({ restorePast }) => restorePast(past)),
    startFrom: (program) => move(({ startFrom }) => startFrom(program)),
  };
}

export interface ModeChange {
  readonly mode: string;
  readonly subMode?: string;
}

const kinds: Readonly<Record<string, string>> = { linewise: 'VISUAL LINE', blockwise: 'VISUAL BLOCK' };

/** As vim writes its mode: `NORMAL`, `VISUAL LINE`. */
export function modeWords({ mode, subMode = '' }: ModeChange): string {
  return (mode === 'visual' ? kinds[subMode] : undefined) ?? mode.toUpperCase();
}

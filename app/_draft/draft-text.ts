/** The arguments that a text holds: one a line, empty lines left out. */
export function parseArgs(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

export type ParsedEnv = { readonly env: Record<string, string>; readonly wrongLines: readonly string[] };

/** The variables that a text holds, and the lines that are not `NAME=value`. */
export function parseEnv(text: string): ParsedEnv {
  const env: Record<string, string> = {};
  const wrongLines: string[] = [];
  for (const line of text.split('\n').filter((line) => line.trim() !== '')) {
    const match = /^\s*([A-Za-z_][A-Za-z0-9_]{0,63})=(.*)$/.exec(line);
    if (match?.[1] === undefined) wrongLines.push(line);
    else env[match[1]] = match[2] ?? '';
  }
  return { env, wrongLines };
}

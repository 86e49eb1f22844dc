/**
 * The line of a source file that an error text speaks of. Python names the outermost call first and the cause last;
 * compilers name the first mistake first.
 */
export function mentionedLine(text: string, source: string): number | null {
  const name = source.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const calls = [...text.matchAll(new RegExp(`${name}", line (\\d+)`, 'g'))];
  const places = [...text.matchAll(new RegExp(`${name}[:(](\\d+)`, 'g'))];
  const found = calls.at(-1) ?? places[0];
  return found ? Number(found[1]) : null;
}

/** The first rows of comma-separated values as RFC 4180 writes them, with quotes doubled inside quotes. */
export function readTable(text: string, mostRows: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  // One field and what ends it; a quoted one may hold commas and line ends.
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|\r|$)/gy;
  while (rows.length < mostRows && field.lastIndex < text.length) {
    const match = field.exec(text);
    if (match === null) break;
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',' && field.lastIndex < text.length) continue;
    if (match[3] === ',') row.push('');
    rows.push(row);
    row = [];
  }
  return rows;
}

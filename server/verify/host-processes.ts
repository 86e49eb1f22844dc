import { readdirSync, readFileSync } from 'node:fs';

/** How many processes of this machine have the word among their arguments; 0 where there is no /proc to look in. */
export function countProcesses(word: string): number {
  return countAmong(processIds(), word);
}

/** Counts, again and again, among the processes that began after it was made: a look at all of them is dear. */
export class NewProcesses {
  private readonly known = new Set(processIds());

  constructor(private readonly word: string) {}

  count(): number {
    return countAmong(
      processIds().filter((id) => !this.known.has(id)),
      this.word,
    );
  }
}

function countAmong(ids: readonly string[], word: string): number {
  return ids.filter((id) => commandOf(id).includes(word)).length;
}

function processIds(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Its arguments with NUL between them; empty when it has just gone, and for the kernel's own. */
function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'latin1');
  } catch {
    return '';
  }
}

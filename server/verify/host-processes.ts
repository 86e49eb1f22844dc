import { readdirSync, readFileSync } from 'node:fs';

/** How many processes of this machine have the word among their arguments; 0 where there is no /proc to look in. */
export function countProcesses(word: string): number {
  return processIds().filter((id) => commandOf(id).includes(word)).length;
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

import { readdirSync, readFileSync, statSync } from 'node:fs';

/** How many processes of this user the machine has; 0 where there is no /proc to look in. */
export function countProcesses(uid: number): number {
  return processIds().filter((id) => ownerOf(id) === uid).length;
}

/** Whether a living sandbox of this user can be seen: not on a machine or in a namespace other than the engine's. */
export function seesSandboxOf(uid: number): boolean {
  return processIds().some((id) => argumentsOf(id).includes(`\0--uid\0${uid}\0`));
}

function processIds(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Undefined when it has just gone. */
function ownerOf(id: string): number | undefined {
  return statSync(`/proc/${id}`, { throwIfNoEntry: false })?.uid;
}

/** Each with NUL behind it; empty when it has just gone, and for the kernel's own. */
function argumentsOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'latin1');
  } catch {
    return '';
  }
}

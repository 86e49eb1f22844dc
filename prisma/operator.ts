import { database } from './client.ts';
import { isKnown } from './openable.ts';

/** A snippet as its operator sees it: what it is called and how it is, not what is in it. */
export interface ListedSnippet {
  readonly id: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly hiddenAt: Date | null;
  readonly expiresAt: Date | null;
  readonly reports: number;
}

/** The latest snippets, or those that were reported, the most reported first. */
export async function listSnippets(onlyReported: boolean, most: number): Promise<readonly ListedSnippet[]> {
  return await database().snippet.findMany({
    where: onlyReported ? { reports: { gt: 0 } } : {},
    orderBy: onlyReported ? [{ reports: 'desc' }, { createdAt: 'desc' }] : { createdAt: 'desc' },
    select: { id: true, title: true, createdAt: true, hiddenAt: true, expiresAt: true, reports: true },
    take: most,
  });
}

/** Hides a snippet from everybody but its owner, or shows it again. False when there is none. */
export async function hideSnippet(id: string, isHidden: boolean, now = new Date()): Promise<boolean> {
  return await isThere(
    database().snippet.update({ where: { id }, data: { hiddenAt: isHidden ? now : null } }),
  );
}

/** Deletes a snippet with all that belongs to it, whoever owns it. False when there is none. */
export async function removeSnippet(id: string): Promise<boolean> {
  return await isThere(database().snippet.delete({ where: { id } }));
}

/** Counts one more report of it. False when there is no such snippet. */
export async function countReport(id: string): Promise<boolean> {
  return await isThere(
    database().snippet.update({ where: { id }, data: { reports: { increment: 1 } }, select: { id: true } }),
  );
}

async function isThere(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (isKnown(error, 'P2025')) return false;
    throw error;
  }
}

import { parseArgs } from 'node:util';
import { formatDay } from '#protocol/format-day.ts';
import { hideSnippet, type ListedSnippet, listSnippets, removeSnippet } from './operator.ts';

const usage = `npm run snippets -- list [--reported] [--most N]   the latest, or those that were reported
npm run snippets -- hide ID                        show it to nobody but its owner
npm run snippets -- show ID                        take that back
npm run snippets -- delete ID                      for good, with all its revisions and recordings`;

/** `npm run snippets`: does what the arguments ask for and answers what to print. Throws an error fit to be read. */
export async function operateSnippets(args: readonly string[]): Promise<string> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { reported: { type: 'boolean' }, most: { type: 'string' } },
  });
  const [action = '', id, ...rest] = positionals;
  if (rest.length > 0) throw new Error(usage);
  if (action === 'list' && id === undefined) return await list(values.reported === true, values.most);
  const act = actions[action];
  if (act === undefined || id === undefined || !Object.hasOwn(actions, action)) throw new Error(usage);
  return await act(id);
}

type Action = (id: string) => Promise<string>;

const actions: Readonly<Record<string, Action>> = {
  hide: async (id) => said(await hideSnippet(id, true), id, 'is hidden from everybody but its owner.'),
  show: async (id) => said(await hideSnippet(id, false), id, 'is shown again.'),
  delete: async (id) => said(await removeSnippet(id), id, 'is deleted.'),
};

function said(wasThere: boolean, id: string, words: string): string {
  if (wasThere) return `${id} ${words}`;
  throw new Error(`There is no snippet ${legible(id)}.`);
}

async function list(onlyReported: boolean, most = '50'): Promise<string> {
  if (!/^[1-9]\d{0,4}$/.test(most)) throw new Error('--most takes a whole number from 1 to 99999.');
  const snippets = await listSnippets(onlyReported, Number(most));
  if (snippets.length === 0) return onlyReported ? 'Nothing was reported.' : 'There are no snippets.';
  return snippets.map(line).join('\n');
}

function line({ id, title, createdAt, hiddenAt, expiresAt, reports }: ListedSnippet): string {
  const notes = [
    ...(reports === 0 ? [] : [`reported ${reports} times`]),
    ...(hiddenAt === null ? [] : ['hidden']),
    ...(expiresAt === null ? [] : [`until ${formatDay(expiresAt)}`]),
  ];
  return [id, createdAt.toISOString().slice(0, 10), notes.join(', ').padEnd(24), legible(title)].join('  ');
}

/** What a stranger wrote must not steer the operator's terminal. */
function legible(text: string): string {
  return text.replaceAll(/\p{C}/gu, '?');
}

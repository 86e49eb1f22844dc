import { Refused } from '#protocol/problem.ts';
import { weigh } from '#protocol/program.ts';
import { maxSnippetBytes, type Snippet, SnippetDraft } from '#protocol/snippet.ts';
import { database } from './client.ts';
import { Prisma, type Revision, type Snippet as SnippetRow } from './generated/client.ts';
import { matchesHash, randomId, randomToken, sha256 } from './secrets.ts';

const idAttempts = 5;
/** How long a write may wait for the writes before it in this process. */
const maxWaitMs = 10_000;

export type WholeSnippet = Omit<Snippet, 'tests'> & Pick<SnippetDraft, 'tests'>;

export interface OwnedSnippet {
  readonly snippet: Snippet;
  /** Told once: only its hash is kept. */
  readonly editToken: string;
}

/** Saves a snippet as its first revision. Throws `Refused` when it is too large. */
export async function createSnippet(draft: SnippetDraft, newId = randomId): Promise<OwnedSnippet> {
  const revision = revisionOf(draft);
  const editToken = randomToken();
  const at = new Date();
  const row = await withFreshId(newId, (id) =>
    database().snippet.create({
      data: {
        id,
        editTokenHash: sha256(editToken),
        createdAt: at,
        updatedAt: at,
        revisions: { create: { number: 1, createdAt: at, ...revision } },
      },
    }),
  );
  return { snippet: toSnippet(row, revision), editToken };
}

/**
 * The snippet as its link shows it, or undefined: it never was, or was deleted. Only who holds the edit token sees the
 * hidden tests; for everybody else they are redacted.
 */
export async function readSnippet(id: string, editToken = ''): Promise<Snippet | undefined> {
  const row = await database().snippet.findUnique({ where: { id } });
  const snippet = row === null ? undefined : await wholeSnippet(row);
  const isOwner = row !== null && matchesHash(editToken, row.editTokenHash);
  return snippet === undefined || isOwner ? snippet : redacted(snippet);
}

/** The snippet with its hidden tests, to be run and not to be shown. */
export async function readSnippetToRun(id: string): Promise<WholeSnippet | undefined> {
  const row = await database().snippet.findUnique({ where: { id } });
  return row === null ? undefined : await wholeSnippet(row);
}

/** Adds a revision, which the link shows from now on. Throws `Refused` when that may not be. */
export async function updateSnippet(id: string, editToken: string, draft: SnippetDraft): Promise<Snippet> {
  await checkOwner(id, editToken);
  const revision = revisionOf(draft);
  const at = new Date();
  const row = await orNotFound(
    database().$transaction(
      async (transaction) => {
        const moved = await transaction.snippet.update({
          where: { id },
          data: { head: { increment: 1 }, updatedAt: at },
        });
        await transaction.revision.create({
          data: { snippetId: id, number: moved.head, createdAt: at, ...revision },
        });
        return moved;
      },
      { maxWait: maxWaitMs },
    ),
  );
  return toSnippet(row, revision);
}

/** Deletes a snippet and all its revisions. Throws `Refused` when that may not be. */
export async function deleteSnippet(id: string, editToken: string): Promise<void> {
  await checkOwner(id, editToken);
  await orNotFound(database().snippet.delete({ where: { id } }));
}

/** Whether the database answers and knows our tables. */
export async function databaseAnswers(): Promise<boolean> {
  return await database()
    .snippet.findFirst({ select: { id: true } })
    .then(
      () => true,
      () => false,
    );
}

async function withFreshId<T>(newId: () => string, insert: (id: string) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await insert(newId());
    } catch (error) {
      if (!isKnown(error, 'P2002') || attempt === idAttempts) throw error;
    }
  }
}

async function checkOwner(id: string, editToken: string): Promise<void> {
  const row = await database().snippet.findUnique({ where: { id }, select: { editTokenHash: true } });
  if (row === null) throw notFound();
  if (!matchesHash(editToken, row.editTokenHash)) {
    throw new Refused({
      code: 'not_yours',
      message: 'Only who holds its edit token may change this snippet.',
    });
  }
}

/** Somebody else may have deleted the row since the owner was checked. */
async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isKnown(error, 'P2025') ? notFound() : error;
  }
}

function notFound(): Refused {
  return new Refused({ code: 'not_found', message: 'This link does not exist or was deleted.' });
}

async function wholeSnippet(row: SnippetRow): Promise<WholeSnippet | undefined> {
  const key = { snippetId: row.id, number: row.head };
  const revision = await database().revision.findUnique({ where: { snippetId_number: key } });
  return revision === null ? undefined : toSnippet(row, revision);
}

/** Nothing of a hidden test but its name: not even how it is compared, for that can hold what is expected. */
function redacted(snippet: WholeSnippet): Snippet {
  const tests = snippet.tests.map((test) =>
    test.hidden ? { name: test.name, hidden: true as const, redacted: true as const } : test,
  );
  return { ...snippet, tests };
}

function isKnown(error: unknown, code: string): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === code;
}

type RevisionContent = Pick<Revision, 'title' | 'language' | 'contentHash'> & {
  content: Prisma.InputJsonObject;
};

function revisionOf({ title, language, ...content }: SnippetDraft): RevisionContent {
  const bytes = weigh(content);
  if (bytes > maxSnippetBytes) throw tooLarge(bytes);
  return { title, language, content, contentHash: sha256(JSON.stringify([language, content])) };
}

function tooLarge(bytes: number): Refused {
  const megabytes = (Math.ceil((bytes / maxSnippetBytes) * 10) / 10).toFixed(1);
  return new Refused({
    code: 'too_large',
    message: `This snippet is too large to share: ${megabytes} MB of 1 MB.`,
  });
}

function toSnippet(
  row: SnippetRow,
  revision: Pick<Revision, 'title' | 'language'> & { content: unknown },
): WholeSnippet {
  const { title, language, content } = revision;
  return {
    ...SnippetDraft.parse({ ...(content as object), title, language }),
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

import { Refused } from '#protocol/problem.ts';
import { weigh } from '#protocol/program.ts';
import { maxSnippetBytes, type SnippetDraft } from '#protocol/snippet.ts';
import type { Prisma } from './generated/client.ts';
import type { PackedRecording } from './recordings.ts';
import { sha256 } from './secrets.ts';

interface Extras {
  readonly languageVersion?: string | undefined;
  readonly recording?: PackedRecording | undefined;
}

/** A draft as a revision is written, and as it is then told. Throws `Refused` when it is too large. */
export function revisionOf(
  { title, statement, language, ...content }: SnippetDraft,
  { languageVersion, recording }: Extras,
) {
  const bytes = weigh(content);
  if (bytes > maxSnippetBytes) throw tooLarge(bytes);
  const saved = {
    title,
    statement,
    language,
    languageVersion: languageVersion ?? null,
    content: content as Prisma.InputJsonObject,
  };
  const contentHash = sha256(JSON.stringify([language, content]));
  return {
    row: (createdAt: Date) => ({
      ...saved,
      contentHash,
      ...(recording === undefined ? {} : { recording: { create: { ...recording, createdAt } } }),
    }),
    shown: (number: number, createdAt: Date) => ({
      ...saved,
      number,
      recording:
        recording === undefined ? null : { finished: recording.finished as Prisma.JsonValue, createdAt },
    }),
  };
}

function tooLarge(bytes: number): Refused {
  const megabytes = (Math.ceil((bytes / maxSnippetBytes) * 10) / 10).toFixed(1);
  return new Refused({
    code: 'too_large',
    message: `This snippet is too large to share: ${megabytes} MB of 1 MB.`,
  });
}

import type { LanguageInfo } from '#protocol/language.ts';
import { type Draft, type DraftFile, emptyDraft } from '../_draft/draft.ts';

/** A draft to begin with, and the language that it is in. */
export interface Program {
  readonly language: LanguageInfo;
  readonly draft: Draft;
}

type Known = readonly LanguageInfo[];

/**
 * The files as a program: that one of them is the main file which is named as a language's usually is, else the first that
 * ends as one's files do, nearest to the top. Undefined where no language of this server has any of them.
 */
export function programOfFiles(
  files: readonly DraftFile[],
  languages: Known,
  usual: LanguageInfo,
): Program | undefined {
  const inOrder = [usual, ...languages.filter(({ id }) => id !== usual.id)];
  const texts = files.filter(({ encoding }) => encoding === 'utf8').toSorted(byDepth);
  const found = namedAsUsual(texts, inOrder) ?? endingAsOne(texts, inOrder);
  if (!found) return undefined;
  const { main, language } = found;
  const entry = main.path === language.source ? '' : main.path;
  const others = files.filter((file) => file !== main);
  return { language, draft: { ...emptyDraft(main.content), entry, files: others } };
}

interface Found {
  readonly main: DraftFile;
  readonly language: LanguageInfo;
}

function namedAsUsual(files: readonly DraftFile[], languages: Known): Found | undefined {
  for (const language of languages) {
    const main = files.find(({ path }) => path === language.source);
    if (main) return { main, language };
  }
  return undefined;
}

function endingAsOne(files: readonly DraftFile[], languages: Known): Found | undefined {
  for (const main of files) {
    const language = languages.find(({ extensions }) => extensions.some((end) => main.path.endsWith(end)));
    if (language) return { main, language };
  }
  return undefined;
}

const depthOf = ({ path }: DraftFile) => path.split('/').length;

function byDepth(one: DraftFile, other: DraftFile): number {
  return depthOf(one) - depthOf(other);
}

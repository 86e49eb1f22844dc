import { executionUrlHere } from '../_run/execution-url.ts';
import { curlOf, markdownOf } from '../_share/copy-as.ts';
import { copyText } from '../_theme/copy-text.ts';
import { type SharedParts, textOf } from './shared-of.ts';

type CopiedParts = Pick<SharedParts, 'language' | 'draft' | 'request' | 'executionUrl'>;

/** Copies the draft in another form of it. */
export function copyAs(
  as: 'curl' | 'markdown',
  { language, draft, request, executionUrl }: CopiedParts,
): void {
  if (as === 'markdown') copyText(markdownOf(textOf(language, draft)));
  else copyText(curlOf(executionUrl ?? executionUrlHere(), request));
}

import type { LanguageInfo } from '#protocol/language.ts';

/** Where a language that cannot run yet stands, in a few words; empty for one that is ready. */
export function progressWords({ state }: LanguageInfo): string {
  switch (state.status) {
    case 'ready':
      return '';
    case 'waiting':
      return 'waiting to be built';
    case 'building':
      return `building, step ${state.step} of ${state.steps}`;
    case 'failed':
      return 'not available';
    case 'absent':
      return 'not installed';
    default:
      return state satisfies never;
  }
}

/** Why a language cannot be run now, as a sentence; undefined when it can. */
export function hindranceOf(language: LanguageInfo): string | undefined {
  const { name, state } = language;
  if (state.status === 'ready') return undefined;
  if (state.status === 'absent')
    return `${name} is not installed on this server. Who runs it can add it: npm run languages -- add ${language.id}`;
  if (state.status === 'failed') return `${name} is not available: ${state.reason}`;
  if (state.status === 'building') return `${name} is being built: step ${state.step} of ${state.steps}.`;
  return `${name} is waiting to be built.`;
}

import { type LimitSettings, runRanges } from '../runs/limits.ts';
import type { PlannableLanguage } from '../runs/plan.ts';

/** Bash, which every image of ours has, on the image of some language. No client is offered it. */
export function bashOn(image: string, settings: LimitSettings): PlannableLanguage {
  return {
    id: 'bash',
    version: '',
    image,
    source: 'main.sh',
    extensions: ['.sh'],
    run: ['bash', '{entry}', '{args}'],
    env: {},
    ranges: { run: runRanges(settings, {}) },
  };
}

import { conduct } from './conduct.ts';
import { prepareClient } from './prepare.ts';
import { step } from './step.ts';
import { buildWeb } from './web-build.ts';

/** `npm run build`: what `npm start` would build of the web app, without starting anything. */
export const main = () => conduct(build, { exitCodeWhenStopped: 130 });

async function build(stop: AbortSignal): Promise<number> {
  await prepareClient(stop);
  await step('Web app', 'building it', () => buildWeb(stop));
  return 0;
}

import { conduct } from './conduct.ts';
import { generateClient } from './database.ts';
import { step } from './step.ts';
import { buildWeb } from './web-build.ts';

/** `npm run build`: what `npm start` would build of the web app, without starting anything. */
export const main = () => conduct(build);

async function build(stop: AbortSignal): Promise<number> {
  await step('Database', 'generating its client', () => generateClient(stop));
  await step('Web app', 'building it', () => buildWeb(stop));
  return 0;
}

import { generateClient, migrateDatabase } from './database.ts';
import { ensureEngine } from './engine.ts';
import type { Settings } from './settings.ts';
import { step } from './step.ts';

export function prepareEngine({ config }: Settings, stop: AbortSignal): Promise<void> {
  return step('Engine', 'finding a Docker engine, or installing one', () => ensureEngine(config, stop));
}

export async function prepareDatabase(stop: AbortSignal): Promise<void> {
  await step('Database', 'generating its client and migrating', async () => {
    await generateClient(stop);
    return migrateDatabase();
  });
}

export function prepareClient(stop: AbortSignal): Promise<void> {
  return step('Database', 'generating its client', () => generateClient(stop));
}

import { keyFilePath } from './clients/key-file.ts';
import { changeKeys } from './clients/keys-command.ts';
import { readConfig } from './config.ts';

try {
  const { DATA_DIR } = readConfig(process.env);
  process.stdout.write(`${changeKeys(keyFilePath(DATA_DIR), process.argv.slice(2))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

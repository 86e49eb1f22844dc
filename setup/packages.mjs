import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether `node_modules` is what `package-lock.json` says: npm writes down what it installed in a lock file of the same
 * form, as the last thing it does. Packages of other platforms are in the first only.
 */
export function packagesAreInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  const same = (path) => wanted[path]?.version === installed[path]?.version;
  const needed = Object.keys(wanted).filter((path) => path !== '' && !wanted[path].optional);
  return [...needed, ...Object.keys(installed)].every(same);
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

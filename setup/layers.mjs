// The architecture, as a check that fails. A checker that can read no TypeScript sees no modules and no faults: that
// is a fault too.
import { spawnSync } from 'node:child_process';

const folders = ['agent', 'app', 'e2e', 'languages', 'prisma', 'protocol', 'server', 'setup', 'trust'];
const argv = ['--config', '.dependency-cruiser.mjs', ...folders];
const { status, stdout, stderr } = spawnSync('node_modules/.bin/depcruise', argv, { encoding: 'utf8' });
process.stdout.write(stdout);
process.stderr.write(stderr);
const modules = Number(/(\d+) modules/.exec(stdout)?.[1] ?? 0);
if (modules < folders.length) console.error(`Only ${modules} modules were read: the check checks nothing.`);
process.exit(status === 0 && modules >= folders.length ? 0 : 1);

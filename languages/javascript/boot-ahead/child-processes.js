const { execFileSync, execSync, spawnSync } = require('node:child_process');
console.log(execFileSync(process.execPath, ['-p', 'JSON.stringify([process.argv.slice(1), process.execArgv, process.env])', 'x'], { encoding: 'utf8' }));
console.log(execSync('cat; echo $0 $PWD; ls /proc/self/fd | wc -l; umask; exit 0', { input: 'fed ', encoding: 'utf8' }));
const { status, signal, stderr } = spawnSync(process.execPath, ['-e', 'console.error(process.uptime() < 60, require("./x.js")); process.exit(4)']);
console.log(status, signal, String(stderr));
spawnSync(process.execPath, ['main.js.child.js'], { stdio: 'inherit' });
spawnSync('sh', ['-c', 'kill -TERM $$']).signal === 'SIGTERM' && console.log('ended by SIGTERM');

const { execSync, spawnSync } = require('node:child_process');
console.log(execSync('cat; echo $0 $PWD; ls /proc/self/fd | wc -l; umask', { input: 'fed ', encoding: 'utf8' }));
console.log(execSync('env | sort', { encoding: 'utf8' }));
const { status, signal } = spawnSync(process.execPath, ['child.js', 'x'], { stdio: 'inherit' });
console.log(status, signal, spawnSync('sh', ['-c', 'kill -TERM $$']).signal, spawnSync('/nowhere').error.code);

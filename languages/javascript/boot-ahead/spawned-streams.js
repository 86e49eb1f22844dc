const { spawn } = require('node:child_process');
const child = spawn('sh', ['-c', 'cat; echo done >&2; exit 7']);
child.stdout.setEncoding('utf8').on('data', (text) => console.log('out', text));
child.stderr.on('data', (bytes) => console.log('err', bytes));
child.on('close', (...how) => console.log('close', how));
child.stdin.end('through a pipe');
spawn('/nowhere').on('error', ({ code, syscall }) => console.log(code, syscall));

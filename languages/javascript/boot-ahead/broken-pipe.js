const { spawn } = require('node:child_process');
const child = spawn(process.execPath, ['-e', 'for (let i = 0; i < 1e5; i++) console.log("xxxxxxxxxxxxxxxxxxxxxxx")']);
child.stdout.once('data', () => child.stdout.destroy());
child.on('exit', (code, signal) => console.log(code, signal));

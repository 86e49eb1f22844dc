const { fork } = require('node:child_process');
if (process.send) {
  process.once('message', (message) => {
    process.send([message, process.argv.slice(2), process.connected, process.execArgv, Object.keys(process.env)]);
    process.disconnect();
  });
} else {
  const child = fork(__filename, ['forked'], { execArgv: ['--no-warnings'] });
  child.on('error', (error) => console.log(error.message));
  child.send({ hello: [1] });
  child.on('message', (message) => console.log(message));
  child.on('exit', (code, signal) => console.log('exit', code, signal, process.connected));
}

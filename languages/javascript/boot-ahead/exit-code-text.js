process.exitCode = '5';
process.on('exit', (code) => console.log(typeof code, code, typeof process.exitCode));

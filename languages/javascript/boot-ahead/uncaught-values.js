process.on('exit', (code) => console.log('exit', code, process.exitCode));
throw { not: 'an error', [Symbol('s')]: [1] };

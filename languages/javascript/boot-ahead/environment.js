console.log(process.env, Object.keys(process.env), 'NODE_OPTIONS' in process.env);
process.env.NUMBER = 5;
delete process.env.GREETING;
console.log(process.env.NUMBER, process.env.GREETING, Object.keys(process.env).length);
console.log(require('node:child_process').execSync('env | sort', { encoding: 'utf8' }));

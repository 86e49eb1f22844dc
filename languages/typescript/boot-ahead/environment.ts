console.log(process.env, require('node:child_process').execSync('env | sort', { encoding: 'utf8' }) as string);

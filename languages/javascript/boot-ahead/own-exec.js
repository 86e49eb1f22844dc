const { execve, argv, env } = process;
if (argv[2] === 'second') console.log('second', argv.length, performance.now() < 60_000, Object.keys(env));
else execve(process.execPath, ['node', __filename, 'second'], { ONLY: '1' });

const words: readonly string[] = process.argv;
console.log(words, process.argv0, process.execArgv, process.env['NODE_OPTIONS']);

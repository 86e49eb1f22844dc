console.log(process.execArgv, process.env.NODE_OPTIONS, new Error('short').stack.split('\n').length);

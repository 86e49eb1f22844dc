console.log(process.stdout.isTTY, process.stdout.columns, process.stdin.isTTY);

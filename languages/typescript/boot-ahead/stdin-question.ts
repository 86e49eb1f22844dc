import * as readline from 'node:readline/promises';
const terminal: readline.Interface = readline.createInterface({ input: process.stdin, output: process.stdout });
console.log(`Hello ${(await terminal.question('Name? ')) as string}`);
terminal.close();

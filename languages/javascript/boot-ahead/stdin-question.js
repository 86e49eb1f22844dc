import { createInterface } from 'node:readline/promises';
const terminal = createInterface({ input: process.stdin, output: process.stdout });
const name = await terminal.question('Name? ');
console.log(`Hello ${name}`, terminal.terminal);
terminal.close();

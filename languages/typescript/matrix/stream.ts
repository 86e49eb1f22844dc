import { setTimeout as sleep } from 'node:timers/promises';

console.log('first');
await sleep(500);
console.log('second');

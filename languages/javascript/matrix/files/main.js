import { answer } from './answers/answer.js';

console.log(`from a folder: ${answer()}`);

import { answer } from "./answers/answer.ts";

console.log(`from a folder: ${answer()}`);

import { Kind } from './kind.ts';
export enum Local { A = 1 }
console.log(Kind, Local, import.meta.url, process.sourceMapsEnabled);
console.log(await Promise.resolve(Kind.B));

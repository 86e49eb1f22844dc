import { value } from './other.ts';
console.log(value as string[], import.meta.main, 'mainModule' in process);

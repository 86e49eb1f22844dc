import { value } from './other.js';
import old from './old.cjs';
console.log(value, old, import.meta.main, 'mainModule' in process, process.mainModule);

import { fails } from './fails.mjs';

class Mine extends Error {
  name = 'Mine';
}
console.log('before');
fails(Mine);

function fails() {
  throw new TypeError('no good', { cause: new Error('deeper') });
}

console.log('before');
fails();

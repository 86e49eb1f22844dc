function lengthOf(words) {
  return words.length; // HERE
}

console.log('before');
console.log(lengthOf(undefined));

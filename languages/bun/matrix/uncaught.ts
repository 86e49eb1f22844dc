function lengthOf(words: string[]): number {
  return words.length; // HERE
}

console.log("before");
console.log(lengthOf(JSON.parse("null")));

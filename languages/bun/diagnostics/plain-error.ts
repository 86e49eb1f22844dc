function third(words: string[]): string {
  if (words.length < 3) throw new Error("too few words");
  return words[2]!;
}

console.log(third(["one", "two"]));

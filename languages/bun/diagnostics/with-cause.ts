try {
  JSON.parse("{");
} catch (cause) {
  throw new Error("nothing to read", { cause });
}

type A = {
  b: string;
};
function outer(this: void): string | undefined {
  return new Error('here').stack;
}
console.log(outer());
console.log(Error.stackTraceLimit, process.sourceMapsEnabled, process.features.typescript);

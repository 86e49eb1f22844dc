function outer() {
  return new Error('here').stack;
}
console.log(outer());
console.log(Error.stackTraceLimit, Object.hasOwn(Error, 'prepareStackTrace'));
console.trace('traced');
Error.prepareStackTrace = (_error, sites) => sites.map((site) => [site.getFileName(), site.getLineNumber(), site.getColumnNumber(), site.getFunctionName()]);
console.log(outer());

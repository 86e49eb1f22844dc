const { builtinModules } = require('node:module');
const skipped = /^(node:)?(sys|punycode|wasi|sqlite|trace_events|test.*|_.*|.*experimental.*|quic|dtls|ffi|vfs|bench.*|sea)$/;
for (const name of builtinModules.filter((each) => !skipped.test(each))) {
  console.log(name, Object.keys(require(name)).length);
}

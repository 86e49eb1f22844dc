const namespace = require('./new.mjs');
console.log(namespace, namespace.__esModule, namespace.default());
try {
  require('./later.mjs');
} catch (error) {
  console.log(error.code, error.message.split('\n')[0]);
}

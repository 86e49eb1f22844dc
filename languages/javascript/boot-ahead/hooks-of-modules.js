const { registerHooks } = require('node:module');
registerHooks({
  resolve: (name, context, next) => (name === 'made:up' ? { url: 'made:up', format: 'commonjs', shortCircuit: true } : next(name, context)),
  load: (url, context, next) => {
    console.log('load', url);
    return url === 'made:up' ? { format: 'commonjs', source: 'module.exports = 5', shortCircuit: true } : next(url, context);
  },
});
console.log(require('made:up'), require('./x.js'));

const { name } = require('mine');
console.log(name, require.resolve('mine'), require('mine/package.json').version);
import('mine').then(({ default: other }) => console.log(other));

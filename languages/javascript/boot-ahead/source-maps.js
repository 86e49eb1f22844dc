process.setSourceMapsEnabled(true);
console.log(process.sourceMapsEnabled, require('node:module').getSourceMapsSupport());
require('./made.js')();

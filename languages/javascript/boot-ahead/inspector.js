const inspector = require('node:inspector');
console.log(inspector.url());
const session = new inspector.Session();
session.connect();
session.post('Runtime.evaluate', { expression: '1 + 1' }, (error, { result }) => console.log(error, result));
session.on('Debugger.scriptParsed', ({ params: { url } }) => /\/work\//.test(url) && console.log(url));
session.post('Debugger.enable');

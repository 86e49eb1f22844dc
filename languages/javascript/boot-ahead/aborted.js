console.log('before');
require('node:process').reallyExit(21);

console.error(new Error('told, not thrown'));
require('./half.js');

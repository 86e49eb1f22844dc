const nowhere = require('./nowhere.js');

const { readFileSync } = require('node:fs');

const load = (path) => readFileSync(path, 'utf8');

load('nowhere.txt');

import fs = require('node:fs');
import path = require('node:path');
const { sep }: { sep: string } = path;
console.log(typeof fs.readFileSync, sep, module.children.length);
export = { fs };

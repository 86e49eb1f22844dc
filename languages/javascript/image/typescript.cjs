// Preloaded where TypeScript is run. Node only strips types; a file with syntax that has to be turned into JavaScript
// (enums, namespaces with values, parameter properties, import aliases) goes through the transformer from which Node's
// own stripping comes. All other files never meet it.
'use strict';

const { readFileSync } = require('node:fs');
const { registerHooks } = require('node:module');
const { fileURLToPath } = require('node:url');
const { compileFunction } = require('node:vm');

// May also match in a string or a comment: the file is then transformed without need, and does the same.
const toTransform =
  /\benum\s+\w|\b(?:namespace|module)\s+\w|\bconstructor\s*\([^)]*\b(?:public|private|protected|readonly|override)\s|\bimport\s+\w+\s*=|\bexport\s*=/;
const wrapper = ['exports', 'require', 'module', '__filename', '__dirname'];

let transformer;

registerHooks({
  load(url, context, nextLoad) {
    const source = /^file:.*\.[mc]?ts$/.test(url) ? readFileSync(fileURLToPath(url), 'utf8') : '';
    return (toTransform.test(source) && transformed(url, source, context)) || nextLoad(url, context);
  },
});

({ transformer } = require('./boot.cjs'));
delete require.cache[__filename];

/** Undefined for what cannot be read: then Node says what is wrong, in its own words. */
function transformed(url, source, context) {
  try {
    transformer ??= requireUnseen('../amaro/dist/index.js');
    const { code, map } = transformer.transformSync(source, {
      mode: 'transform',
      sourceMap: true,
      filename: fileURLToPath(url),
    });
    process.setSourceMapsEnabled(true);
    const inline = Buffer.from(map).toString('base64');
    return {
      format: formatOf(code, context.format),
      source: `${code}\n//# sourceMappingURL=data:application/json;base64,${inline}`,
      shortCircuit: true,
    };
  } catch {
    return undefined;
  }
}

function requireUnseen(path) {
  const found = require(path);
  delete require.cache[require.resolve(path)];
  return found;
}

/** As Node decides for a file whose name does not say: what can be CommonJS is. */
function formatOf(code, known) {
  if (known) return known.replace('-typescript', '');
  try {
    compileFunction(code, wrapper);
    return 'commonjs';
  } catch {
    return 'module';
  }
}

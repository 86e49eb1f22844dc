// Preloaded into every Node of a sandbox. What the agent starts ahead of a request is told so; any other Node goes on at once.
'use strict';

const { env } = process;
if (env.BUGDRILL_BOOT !== undefined) module.exports = require('./booted.cjs');
delete require.cache[__filename];

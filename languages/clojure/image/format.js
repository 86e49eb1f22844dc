// Standard Clojure Style, as a filter: a source file on stdin, formatted on stdout.
import * as std from 'std';

globalThis.module = { exports: {} };
std.loadScript('/usr/local/clojure/format.js');
const { status, out, reason } = module.exports.format(std.in.readAsString());
if (status === 'success') std.out.puts(`${out.trimEnd()}\n`);
else std.err.puts(`${reason}\n`);
std.exit(status === 'success' ? 0 : 1);

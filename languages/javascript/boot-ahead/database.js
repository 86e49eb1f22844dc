const { DatabaseSync } = require('node:sqlite');
const database = new DatabaseSync('data.db');
database.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)');
console.log(database.prepare('SELECT * FROM t').all());

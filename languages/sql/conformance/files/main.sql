.read lib/schema.sql
INSERT INTO books (title) VALUES ('Bugs'), ('Drills');
SELECT id, title FROM books;

ATTACH 'work.db' AS work;
CREATE TABLE work.kept AS SELECT title FROM books;
DETACH work;
ATTACH 'work.db' AS again;
SELECT count(*) FROM again.kept;

SELECT writefile('notes.txt', 'from a file');
SELECT CAST(readfile('notes.txt') AS TEXT);

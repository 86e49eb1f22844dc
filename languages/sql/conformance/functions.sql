SELECT json_extract('{"a": [1, 2, {"b": "naïve 🐛"}]}', '$.a[2].b');
SELECT name ->> '$.id' FROM (SELECT value AS name FROM json_each('[{"id": 6}, {"id": 7}]'));
SELECT length('日本語'), upper('bug'), round(sqrt(2), 3), date('2024-02-28', '+2 days');

CREATE VIRTUAL TABLE notes USING fts5(text);
INSERT INTO notes VALUES ('the quick brown fox'), ('a lazy dog');
SELECT text FROM notes WHERE notes MATCH 'quick OR cat';

BEGIN;
DELETE FROM notes;
ROLLBACK;
SELECT count(*) FROM notes;

SELECT typeof(?1);

.read lib/schema.sql

SELECT count(*) FROM books;

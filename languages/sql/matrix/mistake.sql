CREATE TABLE people (name TEXT);
SELECT name FORM people WHERE name = 'you'; -- HERE

-- What there is to read.
CREATE TABLE books (title TEXT UNIQUE);

INSERT INTO books VALUES ('Bugs');
INSERT INTO books VALUES ('Bugs');

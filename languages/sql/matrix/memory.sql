CREATE TABLE kept (bytes BLOB);
INSERT INTO kept SELECT randomblob(1000000) FROM generate_series(1, 1000000);

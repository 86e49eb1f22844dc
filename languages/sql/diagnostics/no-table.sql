SELECT 1;

SELECT name
FROM nowhere;

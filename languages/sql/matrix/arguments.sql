SELECT value
FROM temp.sqlite_parameters
ORDER BY CAST(substr(key, 2) AS INTEGER);

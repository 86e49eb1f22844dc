CREATE TABLE input (line TEXT);
.import --ascii "|head -n 1" input
SELECT 'grüße, ' || rtrim(line, char(10)) || ' 世界 🐛' FROM input;

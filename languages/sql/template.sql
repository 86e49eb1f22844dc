SELECT 'Hello from SQLite ' || sqlite_version();

CREATE TABLE input (name TEXT);
.import --ascii "|cat" input
SELECT 'Nice to meet you, ' || coalesce(max(trim(name, char(10))), 'stranger') || '!' FROM input;

SELECT value || ' squared is ' || (value * value) FROM generate_series(1, 3);

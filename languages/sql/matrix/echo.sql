CREATE TABLE input (text TEXT);
.import --ascii "|cat" input
.separator "|" ""
SELECT text FROM input;

.read lib/answer.sql
SELECT 'from a folder: ' || value FROM answer;

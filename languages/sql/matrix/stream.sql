SELECT 'first';
.shell sleep 0.5
SELECT 'second';

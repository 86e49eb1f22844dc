<?php

echo 'Hello from PHP ', PHP_VERSION, "\n";
echo 'What is your name? ';
$name = trim((string) fgets(STDIN)) ?: 'stranger';
echo "Nice to meet you, $name!\n";

foreach (range(1, 3) as $n) {
    printf("%d squared is %d\n", $n, $n ** 2);
}

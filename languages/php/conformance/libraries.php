<?php

echo bcadd('0.1', '0.2', 1), ' ', gmp_strval(gmp_pow(2, 100)), "\n";
echo mb_strtoupper('naïve 日本語'), ' ', mb_strlen('日本語'), ' ', strlen('日本語'), "\n";
echo (new NumberFormatter('de_DE', NumberFormatter::DECIMAL))->format(1234.5), "\n";

$database = new PDO('sqlite::memory:');
echo $database->query('SELECT 6 * 7')->fetchColumn(), "\n";

echo simplexml_load_string('<a><b>text</b></a>')->b, ' ', json_encode(['naïve', 1.5, null]), "\n";
echo hash('sha256', 'bugdrill') === hash('sha256', 'bug' . 'drill') ? 'same' : 'other', "\n";
echo (new DateTimeImmutable('2024-07-01', new DateTimeZone('Europe/Paris')))->format('c'), "\n";

<?php

require __DIR__ . '/lib/answer.php';

echo 'from a folder: ', answer(), "\n";

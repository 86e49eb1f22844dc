<?php

$line = rtrim(fgets(STDIN), "\n");
echo "grüße, $line 世界 🐛\n";

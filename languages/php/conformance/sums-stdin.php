<?php

echo 'before ';
echo array_sum(explode("\n", stream_get_contents(STDIN))), "\n";
var_dump(fgets(STDIN));

<?php

$total = $missing + 1;
echo [1, 2][5];
trigger_error('on the way out', E_USER_DEPRECATED);

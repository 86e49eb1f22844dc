<?php

$width = -1;
assert($width > 0);

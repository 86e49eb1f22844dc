<?php

$sizes = [1, 2, 3;
echo count($sizes);

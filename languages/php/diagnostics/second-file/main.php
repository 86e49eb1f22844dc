<?php

require 'lib/area.php';

echo area(2, 'wide');

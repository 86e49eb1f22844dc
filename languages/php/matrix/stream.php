<?php

echo "first\n";
usleep(500_000);
echo "second\n";

<?php

echo "begun\n";
for ($number = 0;; $number++) {
}

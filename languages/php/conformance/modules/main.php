<?php

declare(strict_types=1);

use Shapes\Square;

spl_autoload_register(function (string $class): void {
    require strtolower(strtr($class, '\\', '/')) . '.php';
});

echo (new Square(3))->area(), "\n";
echo basename(__FILE__), ' ', $argc, ' ', $argv[0], ' ', PHP_SAPI, "\n";

<?php

function half(int $n): int
{
    return intdiv($n, 0);
}

echo half(4);

<?php

function area(int $width, string $height): int
{
    return $width * $height;
}

<?php

function size(): int
{
    return 1;
}

function size(): int
{
    return 2;
}

<?php

function greet(string $name): void
{
    echo "Hello " $name; // HERE
}

greet('you');

<?php

declare(strict_types=1);

namespace Shapes;

final readonly class Square
{
    public function __construct(private int $side)
    {
    }

    public function area(): int
    {
        return $this->side ** 2;
    }
}

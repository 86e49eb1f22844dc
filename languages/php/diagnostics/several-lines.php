<?php

throw new DomainException("one line\nand another");

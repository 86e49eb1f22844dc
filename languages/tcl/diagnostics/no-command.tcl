set total 42
ptus $total

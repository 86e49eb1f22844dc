#include "half.h"

static int outer(int n) { return half(n); }

int main(void) { return outer(3); }

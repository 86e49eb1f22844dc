#include "half.hpp"

static int outer(int n) { return half(n); }

int main() { return outer(3); }

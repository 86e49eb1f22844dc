#include "parts/limits.h"

int main(void) { return most; }

#include <iostream>

#include "area.hpp"

int main() { std::cout << area(3, 4) << '\n'; }

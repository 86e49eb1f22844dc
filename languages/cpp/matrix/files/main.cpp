#include <iostream>

#include "answers/answer.hpp"

int main() {
    std::cout << "from a folder: " << answer() << '\n';
}

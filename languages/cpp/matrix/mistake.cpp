#include <iostream>

int main() {
    std::cout << total << '\n';  // HERE
}

#include <iostream>

int main() {
    std::cout << "begun\n";
    for (volatile unsigned n = 0;; n = n + 1) {
    }
}

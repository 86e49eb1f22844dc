#include <cassert>
#include <iostream>

int half(int n) {
    assert(n % 2 == 0);  // HERE
    return n / 2;
}

int main() {
    std::cout << "before\n";
    std::cout << half(7) << '\n';
}

#include <cassert>
#include <print>

int half(int n) {
    assert(n % 2 == 0);  // HERE
    return n / 2;
}

int main() {
    std::println("before");
    std::println("{}", half(7));
}

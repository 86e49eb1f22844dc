#include <print>

int main() {
    std::println("begun");
    for (volatile unsigned n = 0;; n = n + 1) {
    }
}

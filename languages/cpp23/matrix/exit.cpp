#include <cstdlib>
#include <print>

int main() {
    std::println("leaving");
    std::exit(3);
}

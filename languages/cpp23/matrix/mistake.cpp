#include <print>

int main() {
    std::println("{}", total);  // HERE
}

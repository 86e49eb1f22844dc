#include <print>

int main() {
    for (int i = 0; i < 16384; i++) std::println("{:x>63}", "");
}

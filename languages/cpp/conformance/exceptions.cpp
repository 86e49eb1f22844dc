#include <iostream>
#include <stdexcept>
#include <thread>
#include <vector>

int main() {
    try {
        std::cout << std::vector<int>{1, 2}.at(5);
    } catch (const std::out_of_range&) {
        std::cout << "caught\n";
    }
    std::jthread([] { std::cout << "thread\n"; });
}

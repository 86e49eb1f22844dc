#include <chrono>
#include <iostream>
#include <thread>

int main() {
    using namespace std::chrono_literals;
    std::cout << "first\n";
    std::this_thread::sleep_for(500ms);
    std::cout << "second\n";
}

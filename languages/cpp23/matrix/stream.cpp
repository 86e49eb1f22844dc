#include <chrono>
#include <print>
#include <thread>

int main() {
    using namespace std::chrono_literals;
    std::println("first");
    std::this_thread::sleep_for(500ms);
    std::println("second");
}

#include <iostream>
#include <print>
#include <string>

int main() {
    std::string line;
    std::getline(std::cin, line);
    std::println("grüße, {} 世界 🐛", line);
}

#include <iostream>
#include <print>
#include <string>

int main() {
    for (std::string line; std::getline(std::cin, line);) std::println("{}", line);
}

#include <iostream>
#include <print>
#include <string>

int main() {
    std::string name;
    std::print("Hello from C++23\nWhat is your name? ");
    if (!std::getline(std::cin, name)) name = "stranger";
    std::println("Nice to meet you, {}!", name);

    for (int n = 1; n <= 3; n++) std::println("{0} squared is {1}", n, n * n);
}

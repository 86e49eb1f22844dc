#include <iostream>
#include <string>

int main() {
    std::string name;
    std::cout << "Hello from C++\nWhat is your name? ";
    if (!std::getline(std::cin, name)) name = "stranger";
    std::cout << "Nice to meet you, " << name << "!\n";

    for (int n = 1; n <= 3; n++) std::cout << n << " squared is " << n * n << "\n";
}

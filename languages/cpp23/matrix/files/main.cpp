#include <print>

#include "answers/answer.hpp"

int main() {
    std::println("from a folder: {}", answer());
}

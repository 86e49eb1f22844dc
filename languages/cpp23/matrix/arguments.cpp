#include <print>
#include <span>

int main(int argc, char* argv[]) {
    for (const char* argument : std::span(argv, argc).subspan(1)) std::println("{}", argument);
}

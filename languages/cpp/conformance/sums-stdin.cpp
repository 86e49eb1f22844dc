#include <iostream>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    long sum = 0, n;
    while (std::cin >> n) sum += n;
    std::cout << sum << '\n';
}

#include <bits/stdc++.h>

template <std::integral T> constexpr T twice(T n) { return 2 * n; }

int main() {
    std::map<std::string, int> counts;
    for (const auto& word : {"a", "b", "a"}) counts[word]++;
    for (const auto& [word, count] : counts) std::cout << std::format("{} {}\n", word, count);
    auto even = std::views::iota(1, 7) | std::views::filter([](int n) { return n % 2 == 0; });
    std::cout << std::accumulate(even.begin(), even.end(), 0) << "\n";
    std::cout << twice(21) << " " << (1 <=> 2 < 0) << std::endl;
}

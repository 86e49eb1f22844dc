#include <bits/stdc++.h>

int main() {
    std::map<std::string, int> counts;
    for (const auto& word : {"a", "b", "a"}) counts[word]++;
    for (const auto& [word, count] : counts) std::println("{} {}", word, count);
    auto even = std::views::iota(1, 7) | std::views::filter([](int n) { return n % 2 == 0; });
    std::cout << std::ranges::fold_left(even, 0, std::plus<>{}) << "\n";
    std::expected<int, std::string> answer = std::unexpected("none");
    std::cout << answer.error_or("some") << std::endl;
}

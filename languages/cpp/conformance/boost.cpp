#include <boost/algorithm/string.hpp>
#include <boost/container/flat_map.hpp>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::vector<std::string> words;
    boost::split(words, "to be or not to be", boost::is_space());
    std::cout << boost::to_upper_copy(boost::join(words, "-")) << '\n';

    boost::container::flat_map<std::string, int> counts;
    for (const auto& word : words) counts[word]++;
    for (const auto& [word, count] : counts) std::cout << word << ' ' << count << '\n';
}

#include <boost/container/flat_map.hpp>
#include <print>
#include <string>

int main() {
    const boost::container::flat_map<std::string, int> ages{{"Grace", 85}, {"Ada", 36}};
    for (const auto& [name, age] : ages) std::println("{}: {}", name, age);
}

#include <boost/algorithm/string.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::vector<std::string> words;
    boost::split(words, "to be or not", boost::is_space());
    std::cout << boost::to_upper_copy(boost::join(words, "-")) << '\n';

    boost::multiprecision::cpp_int factorial = 1;
    for (int n = 1; n <= 30; n++) factorial *= n;
    std::cout << factorial << '\n';
}

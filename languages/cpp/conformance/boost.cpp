#include <boost/circular_buffer.hpp>
#include <boost/rational.hpp>
#include <iostream>

int main() {
    boost::circular_buffer<int> last(3);
    for (int n = 1; n <= 5; n++) last.push_back(n);
    for (int n : last) std::cout << n << '\n';

    boost::rational<int> half(1, 2), third(1, 3);
    std::cout << half + third << '\n';
}

#include <Eigen/Core>
#include <boost/rational.hpp>
#include <print>

int main() {
    const boost::rational<int> sum = boost::rational<int>(1, 2) + boost::rational<int>(1, 3);
    std::println("{}/{}", sum.numerator(), sum.denominator());

    const Eigen::Vector3i v(1, 2, 2);
    std::println("{}", v.dot(v));
}

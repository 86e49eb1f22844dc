#include <Eigen/Core>
#include <iostream>

int main() {
    Eigen::Matrix2i a;
    a << 2, 1, 1, 3;
    const Eigen::Vector2i b(1, 2);
    const Eigen::Vector2i product = a * b;
    std::cout << product(0) << ' ' << product(1) << ' ' << a.trace() << '\n';
}

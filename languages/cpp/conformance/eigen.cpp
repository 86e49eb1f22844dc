#include <Eigen/Dense>
#include <iostream>

int main() {
    Eigen::Matrix2d a;
    a << 2, 1, 1, 3;
    const Eigen::Vector2d b(5, 10);
    std::cout << a.lu().solve(b).transpose() << '\n' << a.determinant() << '\n';
}

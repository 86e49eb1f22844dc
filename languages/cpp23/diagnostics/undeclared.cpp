#include <iostream>

int main() {
  std::cout << value << std::endl;
}

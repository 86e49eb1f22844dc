#include <nowhere>

int main() {}

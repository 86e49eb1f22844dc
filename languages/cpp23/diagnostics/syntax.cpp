struct Point {
  int x, y;
}

int main() {
  return 0;
}

circle_area() {
  bc -l <<<"scale = 4; $1 * $1 * 4 * a(1)"
}

square_area() {
  echo $(($1 * $1))
}

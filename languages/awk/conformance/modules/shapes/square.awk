@namespace "square"

function area(side) {
  return side ^ 2
}

function circle_area(radius) {
  return atan2(0, -1) * radius ^ 2
}

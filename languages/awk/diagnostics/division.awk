function half(n) {
  return n / 0
}

BEGIN { print half(4) }

package shapes

func Square(n int) int {
	return n * n
}

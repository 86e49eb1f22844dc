package half

func Of(n int) int {
	if n%2 != 0 {
		panic("not even")
	}
	return n / 2
}

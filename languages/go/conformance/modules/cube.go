package main

func cube(n int) int {
	return n * n * n
}

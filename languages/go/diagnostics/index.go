package main

import "fmt"

func last(numbers []int) int {
	return numbers[len(numbers)]
}

func main() {
	fmt.Println(last([]int{1, 2, 3}))
}

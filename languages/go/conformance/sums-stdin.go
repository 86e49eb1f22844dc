package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	count, sum := 0, 0
	for {
		var n int
		if _, err := fmt.Fscan(in, &n); err != nil {
			break
		}
		count++
		sum += n
	}
	fmt.Printf("%d numbers, sum %d, ", count, sum)
	fmt.Fprint(os.Stdout, "no newline at the end")
}

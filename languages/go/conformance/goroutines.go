package main

import (
	"fmt"
	"sync"
)

func main() {
	squares := make([]int, 1000)
	var group sync.WaitGroup
	for i := range squares {
		group.Add(1)
		go func() {
			defer group.Done()
			squares[i] = i * i
		}()
	}
	group.Wait()

	sum := 0
	for _, square := range squares {
		sum += square
	}
	fmt.Println(sum)
}

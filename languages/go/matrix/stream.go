package main

import (
	"fmt"
	"time"
)

func main() {
	fmt.Println("first")
	time.Sleep(500 * time.Millisecond)
	fmt.Println("second")
}

package main

import (
	"fmt"
	"strings"
)

func main() {
	line := strings.Repeat("x", 63)
	for range 16384 {
		fmt.Println(line)
	}
}

package main

import (
	"fmt"
	"program/half"
)

func main() {
	fmt.Println(half.Of(3))
}

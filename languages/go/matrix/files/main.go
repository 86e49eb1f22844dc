package main

import (
	"fmt"

	"example/shapes"
)

func main() {
	fmt.Println("from a folder:", shapes.Area(6, 7))
}

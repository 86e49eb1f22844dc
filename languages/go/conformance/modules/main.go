package main

import (
	_ "embed"
	"fmt"

	"program/shapes"
)

//go:embed greeting.txt
var greeting string

func main() {
	fmt.Print(greeting)
	fmt.Println(shapes.Square(3), cube(3))
}

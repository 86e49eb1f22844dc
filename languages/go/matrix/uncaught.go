package main

import "fmt"

func main() {
	fmt.Println("before")
	var ages map[string]int
	ages["Ada"] = 36 // HERE
}

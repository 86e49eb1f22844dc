package main

import (
	"fmt"
	"nowhere/at/all"
)

func main() {
	fmt.Println(all.Name)
}

package main

import "fmt"

func main() {
	fmt.Print("Hello from Go\nWhat is your name? ")
	name := "stranger"
	fmt.Scanln(&name)
	fmt.Printf("Nice to meet you, %s!\n", name)

	fmt.Println("3 squared is", 3*3)
}

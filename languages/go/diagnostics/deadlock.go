package main

func main() {
	numbers := make(chan int)
	numbers <- 1
}

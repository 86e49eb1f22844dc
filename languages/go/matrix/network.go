package main

import (
	"fmt"
	"net"
	"time"
)

func main() {
	conn, err := net.DialTimeout("tcp", "192.0.2.1:80", 2*time.Second)
	if err != nil {
		fmt.Println("no network")
		return
	}
	defer conn.Close()
	fmt.Println("connected")
}

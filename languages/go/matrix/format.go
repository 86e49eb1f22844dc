package main
import ("fmt"
"os")

func main( ) {
    for i:=0;i<3;i++ {
  fmt.Println( i , len(os.Args)) }
}

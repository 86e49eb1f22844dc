greet() {
  echo "Hello $1"
  ) # HERE
}

greet you

set -u
greet() {
  echo "Hello $nobody"
}

greet

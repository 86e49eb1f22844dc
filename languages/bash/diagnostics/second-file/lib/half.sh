half() {
  local number=${2:?two numbers are wanted}
  echo $(($1 / number))
}

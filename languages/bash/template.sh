echo "Hello from Bash $BASH_VERSION"
printf 'What is your name? '
read -r name
echo "Nice to meet you, ${name:-stranger}!"

for n in 1 2 3; do
  echo "$n squared is $((n * n))"
done

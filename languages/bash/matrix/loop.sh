echo "begun"
while true; do
  ((number++))
done

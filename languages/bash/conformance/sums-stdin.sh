printf 'before '
sum=0
while read -r number || [[ $number ]]; do
  ((sum += number))
done
echo "$sum"
read -r && echo more || echo end

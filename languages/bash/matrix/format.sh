sizes=( 1 22   333 )
for size in "${sizes[@]}"
do
if [ "$size" -gt 10 ]
then echo "large: $size"
   else
      echo small
fi
done
case $1 in
a) echo first;;
esac

source lib/half.sh

half 3

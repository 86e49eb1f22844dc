source shapes/square.sh
. "$(dirname "$0")/shapes/circle.sh"

square_area 3
circle_area 2
echo "$0 $# ${BASH_SOURCE[0]}"
bash shapes/run.sh one 'two words'

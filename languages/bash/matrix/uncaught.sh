set -euo pipefail

echo "before"
echo "$nobody_sets_this" # HERE

total=$((6 * 7))
ecoh "$total"
cd /nowhere

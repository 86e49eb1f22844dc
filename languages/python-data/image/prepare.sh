#!/bin/sh
# Where programs run nothing can be written beside Matplotlib: its list of fonts is made here, and read from here.
set -eu
cd "$(dirname "$0")"
packages=/usr/lib/python3/dist-packages
fonts=/usr/share/matplotlib/fonts.json

python3 - "$fonts" <<'END'
import sys
from matplotlib.font_manager import FontManager, json_dump

json_dump(FontManager(), sys.argv[1])
END

manager=$packages/matplotlib/font_manager.py
sed -i "s|mpl.get_cachedir(), f\"fontlist-v{FontManager.__version__}.json\"|\"$fonts\"|" "$manager"
grep -qF "\"$fonts\")" "$manager"

cp bugdrill_figures.py "$packages"
python3 -m compileall -q -f --invalidation-mode unchecked-hash "$packages/bugdrill_figures.py" "$manager"

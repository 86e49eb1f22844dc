import os
import sys

print(__name__)
print(sys.argv)
print(os.path.basename(__file__), sys.path[0] == os.path.dirname(os.path.abspath(__file__)))
print(sys.stdout.encoding, sys.flags.interactive)

import os

from shapes import square
from shapes.area import area

print(square(3), area(4, 5))
print(any("__pycache__" in folder for folder, _, _ in os.walk(".")))

from math import *
from collections import *
import __main__
print(len(dir()), pi, __main__.pi, globals().keys() == vars(__main__).keys())
del __main__
exec('import this') if False else print(eval('__name__'))

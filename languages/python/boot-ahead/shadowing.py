import random, sitecustomize, usercustomize
print(random.WHO, sitecustomize.__file__, usercustomize.WHO)

# -*- coding: latin-1 -*-
print("grüß dich", ascii("é"))
1/0 # ü

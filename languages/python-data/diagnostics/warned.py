import warnings

warnings.warn("an old way")
print("\d")

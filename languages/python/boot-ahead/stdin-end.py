print(repr(input('name? ')))
print(repr(input('more? ')))

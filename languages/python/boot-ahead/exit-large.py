import sys
print(quit, exit, copyright, type(license))
raise SystemExit(300)

import sys, warnings
print(warnings.filters, warnings.defaultaction, warnings.showwarning)
warnings.warn('careful')
warnings.warn('old', DeprecationWarning)
def inner(): warnings.warn('from inside', ResourceWarning, stacklevel=2)
inner()
print('a' is 'a', '\d')
open('/etc/passwd')

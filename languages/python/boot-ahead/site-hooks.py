import builtins, site, sys
print(site.ENABLE_USER_SITE, site.USER_SITE, site.USER_BASE, site.PREFIXES, site.getsitepackages(), sorted(vars(builtins)), sys.stdlib_module_names.__class__)
print(help, hasattr(sys, '__interactivehook__'), hasattr(sys, 'ps1'), sys.getsizeof(sys.argv) >= 56)

import sys
print(list(sys.modules))
for name, module in sys.modules.items():
    print(name, getattr(module, '__file__', None), getattr(module, '__spec__', None) is not None, sorted(vars(module)) if name in ('sitecustomize', 'site', 'os', 'builtins', 'io') else '')
print(sys.path_importer_cache.keys(), sys.meta_path, len(sys.path_hooks), sorted(sys.builtin_module_names))

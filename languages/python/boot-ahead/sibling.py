import shapes, shapes.area, helper, sys, importlib
print(shapes.area.square(3), helper.__file__, shapes.__path__, helper.NAME, shapes.__spec__, helper.__cached__)
print([name for name in sys.modules if name.startswith(('shapes', 'helper'))], sys.path_importer_cache['/work'])
importlib.reload(helper)
import missing

import gc, sys
print(gc.isenabled(), gc.get_threshold(), gc.get_debug(), gc.garbage, gc.callbacks, gc.get_freeze_count())
print([name for name in ('boot', 'take', 'texts') if any(getattr(thing, '__name__', '') == name for thing in gc.get_objects())])
print([frame for frame in gc.get_objects() if type(frame).__name__ == 'frame' and frame.f_code.co_name == 'boot'])
print(any(b'BUGDRILL' in value for value in gc.get_objects() if isinstance(value, bytes)))

def outer(n):
    return inner(n)


def inner(n):
    return [1, 2, 3][n] + len([item / 0 for item in range(n)])


import sys, traceback
try:
    outer(1)
except ZeroDivisionError:
    traceback.print_exc()
    frame = sys.exc_info()[2].tb_frame
    print(frame.f_back, frame.f_code.co_name, frame.f_code.co_filename)
print(traceback.format_stack(), sys._getframe().f_back, sys._getframe().f_lineno)
outer(9)

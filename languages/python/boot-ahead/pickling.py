import copy, pickle
class Point:
    def __init__(self, x): self.x = x
    def __repr__(self): return f'Point({self.x})'
def double(n): return n * 2
data = pickle.dumps([Point(1), double])
print(data, pickle.loads(data), Point.__module__, copy.deepcopy(Point(2)), Point, double.__qualname__)

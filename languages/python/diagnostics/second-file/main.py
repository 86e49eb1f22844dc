from shapes import area


def total(sides):
    return sum(area.square(side) for side in sides)


print(total([1, None]))

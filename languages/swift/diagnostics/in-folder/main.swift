print(Square(side: 2).area)

enum Size {
  Small = 1,
  Large,
}

namespace Names {
  export const of = (size: Size): string => Size[size];
}

class Point {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
}

console.log(Names.of(Size.Large), new Point(0, 1));

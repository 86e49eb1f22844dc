enum Size {
  Small = 1,
  Large,
}

namespace Names {
  export const of = (size: Size): string => Size[size];
}

class Point {
  constructor(readonly x: number, readonly y: number) {}
}

function logged(_: unknown, context: ClassMethodDecoratorContext): void {
  console.log("decorated", String(context.name));
}

class Plane {
  @logged
  origin(): Point {
    return new Point(0, 0);
  }
}

console.log(Names.of(Size.Large), new Plane().origin());

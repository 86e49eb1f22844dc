import os from 'node:os';

enum Color {
  Red = 1,
  Green,
}

namespace Shapes {
  export const area = (width: number, height: number): number => width * height;
}

class Point {
  constructor(
    private readonly x: number,
    public y = 2,
  ) {}

  fail(): never {
    throw new Error(`at ${this.x}`);
  }
}

console.log(Color.Green, Color[1], Shapes.area(3, 4), typeof os.EOL, await 5);
try {
  new Point(7).fail();
} catch (error) {
  console.log((error as Error).stack?.split('\n').slice(0, 2).join('').replace(/\(.*\//, '('));
}

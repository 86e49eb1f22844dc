class Point {
  constructor(public readonly x: number, private y = 2, protected z?: string) {}
  sum = (): number => this.x + this.y;
}
console.log(new Point(1), new Point(1).sum());

interface Point {
  x: number;
  next?: Point;
}

function inner(point?: Point): number {
  return (point as Point).x;
}

const outer = (point: Point): number => inner(point.next);

console.log(outer({ x: 1 }));

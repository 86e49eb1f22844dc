enum Size { Small }

interface Long {
  a: string;
}
class Box { constructor(private size: Size) {} }
function fails(box: Box): never {
  throw new RangeError(`in the enum ${JSON.stringify(box)}`);
}
fails(new Box(Size.Small));

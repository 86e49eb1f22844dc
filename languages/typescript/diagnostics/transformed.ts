enum Size {
  Small,
}

function check(size: Size): void {
  throw new TypeError(`no ${Size[size]}`);
}

check(Size.Small);

function inner(point) {
  return point.x;
}

function outer(point) {
  return inner(point.next);
}

console.log(outer({}));

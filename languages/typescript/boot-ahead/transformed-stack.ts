enum A { B }
type Wide =
  | string
  | number;
const where = (): Wide => new Error('here').stack!;
console.log(where(), A.B);

namespace Geometry {
  export const pi: number = 3;
  export namespace Inner { export const tau = pi * 2; }
  export type Only = string;
}
console.log(Geometry, Geometry.Inner.tau);

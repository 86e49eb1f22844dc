function sealed(target: unknown) { return target; }
@sealed
class Decorated {}
console.log(Decorated);

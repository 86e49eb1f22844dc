import { half } from "./parts/the half.ts";

console.log(half(3));

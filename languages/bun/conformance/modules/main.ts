import { area, type Shape } from "shapes/area.ts";
import sizes from "./sizes.json" with { type: "json" };

const shape: Shape = sizes;
console.log(area(shape), import.meta.main, import.meta.filename?.endsWith("/main.ts"));

const { cube } = await import("./cube.js");
console.log(cube(3));

const old = require("./old.cjs");
console.log(old.kind, old.isModule);

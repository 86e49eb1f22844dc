import { area } from "./nowhere.ts";

console.log(area);

import { readFileSync } from "node:fs";

const load = (name: string): string => readFileSync(name, "utf8");

console.error("Usage: this is no mistake");
load("nowhere.txt");

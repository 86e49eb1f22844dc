import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

const file = await Deno.makeTempFile();
await Deno.writeTextFile(file, "kept\n");
console.log(readFileSync(file, "utf8").trim(), Deno.cwd());

const database = new DatabaseSync(":memory:");
database.exec("CREATE TABLE people (name TEXT, born INTEGER)");
database.prepare("INSERT INTO people VALUES (?, ?)").run("Ada", 1815);
console.log(database.prepare("SELECT born FROM people").get());

console.log(createHash("sha256").update("bugdrill").digest("hex").slice(0, 16));
console.log(new Intl.NumberFormat("de-DE").format(1234.5));
console.log(new Date(Date.UTC(2024, 6, 1, 12)).toLocaleString("en-GB", { timeZone: "Europe/Berlin" }));

const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, () => new Response("served"));
const response = await fetch(`http://127.0.0.1:${server.addr.port}/`);
console.log(await response.text());
await server.shutdown();

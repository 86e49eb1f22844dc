import { Database } from "bun:sqlite";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";

const file = `${tmpdir()}/note.txt`;
await Bun.write(file, "kept\n");
console.log(readFileSync(file, "utf8").trim(), process.cwd());

const database = new Database(":memory:");
database.run("CREATE TABLE people (name TEXT, born INTEGER)");
database.run("INSERT INTO people VALUES (?, ?)", ["Ada", 1815]);
console.log(database.query("SELECT born FROM people").get());

console.log(new Bun.CryptoHasher("sha256").update("bugdrill").digest("hex").slice(0, 16));
console.log(new Intl.NumberFormat("de-DE").format(1234.5));
console.log(new Date(Date.UTC(2024, 6, 1, 12)).toLocaleString("en-GB", { timeZone: "Europe/Berlin" }));

using server = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch: () => new Response("served") });
console.log(await (await fetch(server.url)).text());

try {
  using connection = await Deno.connect({ hostname: "192.0.2.1", port: 80 });
  console.log("connected", connection.remoteAddr);
} catch {
  console.log("no network");
}

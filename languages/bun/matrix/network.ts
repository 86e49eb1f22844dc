try {
  const connection = await Bun.connect({ hostname: "192.0.2.1", port: 80, socket: { data() {} } });
  console.log("connected", connection.remoteAddress);
} catch {
  console.log("no network");
}

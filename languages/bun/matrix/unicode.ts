for await (const line of console) {
  console.log(`grüße, ${line} 世界 🐛`);
  break;
}

console.write(await Bun.stdin.text());

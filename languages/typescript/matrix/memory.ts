const kept: Buffer[] = [];
for (;;) kept.push(Buffer.alloc(2 ** 20, 'x'));

process.stdout.write('x'.repeat(30_000));
process.exit(0);

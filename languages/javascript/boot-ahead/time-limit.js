console.log('spins');
for (;;) {}

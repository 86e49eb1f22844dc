console.log('begun');
for (;;);

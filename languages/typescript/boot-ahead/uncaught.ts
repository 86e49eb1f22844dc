interface Fine {
  a: string;
}

function fails(value: Fine | null): string {
  return value!.a;
}

console.log('before');
fails(null);

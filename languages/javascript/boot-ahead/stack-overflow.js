function deeper(n) {
  return deeper(n + 1) + 1;
}
try {
  deeper(0);
} catch (error) {
  console.log(error instanceof RangeError, error.message);
}

exports.half = (n) => {
  return n / 2;

exports.half = (n) => {
  if (n === null) throw new RangeError('nothing to halve');
  return n / 2;
};

exports.cube = (n) => n ** 3;

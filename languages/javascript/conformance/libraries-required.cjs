const { differenceInDays } = require('date-fns');
const { chunk } = require('lodash');
const sum = require('lodash/sum');
const { z } = require('zod');

console.log(chunk([1, 2, 3, 4, 5], 2), sum([1, 2, 3]));
console.log(differenceInDays(new Date(2024, 2, 1), new Date(2024, 1, 1)));
console.log(z.coerce.number().parse('42'));

import { addDays, format } from 'date-fns';
import { de } from 'date-fns/locale';
import _ from 'lodash';
import { z } from 'zod';

console.log(_.groupBy(['one', 'two', 'three'], 'length'));
console.log(format(addDays(new Date(2024, 1, 28), 2), 'EEEE, d. MMMM yyyy', { locale: de }));

const Person = z.object({ name: z.string(), born: z.number().int() });
console.log(Person.parse({ name: 'Ada', born: 1815 }));
console.log(Person.safeParse({ name: 'Ada', born: 'long ago' }).error.issues[0].message);

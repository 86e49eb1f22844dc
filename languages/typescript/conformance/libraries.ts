import { formatISO, parseISO } from 'date-fns';
import _ from 'lodash';
import { z } from 'zod';

const Event = z.object({ name: z.string(), on: z.string().transform((text) => parseISO(text)) });
type Event = z.infer<typeof Event>;

const events: Event[] = [
  { name: 'second', on: '2024-03-01' },
  { name: 'first', on: '2024-02-29' },
].map((event) => Event.parse(event));

for (const { name, on } of _.sortBy(events, 'on')) console.log(name, formatISO(on, { representation: 'date' }));

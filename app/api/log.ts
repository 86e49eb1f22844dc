import { pino } from 'pino';

/** The web server's faults, as JSON lines. Never what a person wrote. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });

import pino from 'pino';

/** A server's log that tells errors alone. */
export const quietLog = pino({ level: 'error' });

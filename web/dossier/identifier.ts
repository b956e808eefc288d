/** Random, so that a key, a URL or a log line says nothing about a patient. */
export const newIdentifier = (): string => crypto.randomUUID();

/** The browser refused a write for want of room; the database wraps what it said. */
export const isOutOfSpace = (reason: unknown): boolean => /Quota/.test(String(reason));

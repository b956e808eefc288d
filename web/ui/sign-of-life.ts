/** Said where somebody works without touching a key or the pointer: a pedal, a sound that plays. */
export const SIGN_OF_LIFE = 'plume-sign-of-life';

export const showLife = (): void => void dispatchEvent(new Event(SIGN_OF_LIFE));

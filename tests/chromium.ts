import { existsSync } from 'node:fs';

const DEBIAN = '/usr/bin/chromium';

/** The browser that set-up found, else Debian's, else Playwright's own. */
const executablePath = process.env.PLUME_CHROMIUM ?? (existsSync(DEBIAN) ? DEBIAN : undefined);

/** A quiet Chromium: nothing it asks of its maker's servers stands between a test and its result. */
export const chromium = (...args: readonly string[]) => ({
  ...(executablePath && { executablePath }),
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--autoplay-policy=no-user-gesture-required',
    ...args,
  ],
});

export const FAKE_MICROPHONE = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
] as const;

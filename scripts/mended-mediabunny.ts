import type { Plugin } from 'vite';

const FILE = /mediabunny\/dist\/modules\/src\/matroska\/ebml\.js/;
const BROKEN = 'if (slice.length < MAX_VAR_INT_SIZE)';
const MENDED = 'if (slice.length <= MAX_VAR_INT_SIZE)';

/**
 * mediabunny 1.61 looks for the next element of a damaged WebM file without an end, once exactly eight bytes are left: the page
 * would hang. The build stops when the line is not there any more.
 */
export const mendedMediabunny = (): Plugin => ({
  name: 'plume-mended-mediabunny',
  // Served by `npm run dev` as it stands: what is bundled beforehand is not mended.
  config: () => ({ optimizeDeps: { exclude: ['mediabunny'] } }),
  transform(code, id) {
    if (!FILE.test(id)) return undefined;
    if (code.split(BROKEN).length !== 2) throw new Error(`mediabunny has changed: ${id}`);
    return { code: code.replace(BROKEN, MENDED), map: null };
  },
});

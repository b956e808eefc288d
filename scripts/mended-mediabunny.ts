import type { Plugin } from 'vite';

interface Mend {
  readonly file: RegExp;
  readonly broken: string;
  readonly mended: string;
}

/** Loops of mediabunny 1.61 that have no end in a damaged file: the page would hang. */
const MENDS: readonly Mend[] = [
  // WebM: the next element is looked for again and again once exactly eight bytes are left.
  {
    file: /mediabunny\/dist\/modules\/src\/matroska\/ebml\.js/,
    broken: 'if (slice.length < MAX_VAR_INT_SIZE)',
    mended: 'if (slice.length <= MAX_VAR_INT_SIZE)',
  },
  // FLAC: the first frame is looked for again and again where there is none.
  {
    file: /mediabunny\/dist\/modules\/src\/flac\/flac-demuxer\.js/,
    broken: 'if (packetIndex === -1) {',
    mended: 'if (packetIndex === -1) { if (this.demuxer.lastSampleLoaded) return null;',
  },
];

/** Mends the reader of sound files in the build, which stops when what was broken is not there any more. */
export function mendedMediabunny(): Plugin {
  const applied = new Set<Mend>();
  let isUsed = false;
  return {
    name: 'plume-mended-mediabunny',
    // Served by `npm run dev` as it stands: what is bundled beforehand is not mended.
    config: () => ({ optimizeDeps: { exclude: ['mediabunny'] } }),
    transform(code, id) {
      isUsed ||= id.includes('/node_modules/mediabunny/');
      const mend = MENDS.find(({ file }) => file.test(id));
      if (!mend) return undefined;
      const { broken, mended } = mend;
      if (code.split(broken).length !== 2) throw new Error(`mediabunny has changed: ${id}`);
      applied.add(mend);
      return { code: code.replace(broken, mended), map: null };
    },
    generateBundle() {
      const lost = isUsed && MENDS.find((mend) => !applied.has(mend));
      if (lost) throw new Error(`mediabunny has no such file any more: ${lost.file.source}`);
    },
  };
}

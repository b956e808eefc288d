/** Where the files of generative models lie in the browser: a cache of their own, under addresses that no server answers. */
export const WRITER_CACHE = 'plume-writers';
export const WRITER_BASE = '/models/writers/';

import type { Plugin } from 'vite';

/**
 * transformers.js asks for the WebGPU build of onnxruntime-web (27 MB, for its log-mel product); recognition runs on the
 * plain one (14 MB). Its name leads to the plain build: one runtime, one heap, one `env`. Only what hears on a graphics
 * card (`workers/recognition/graphics`) gets the other, when it asks for it.
 */
export const oneRuntime = (): Plugin => ({
  name: 'plume-one-runtime',
  enforce: 'pre',
  resolveId(source, importer = '') {
    if (source !== 'onnxruntime-web/webgpu' || !/@(xenova|huggingface)\//.test(importer)) return;
    return this.resolve('onnxruntime-web/wasm', importer, { skipSelf: true });
  },
});

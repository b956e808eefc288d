import type { Plugin } from 'vite';

/**
 * transformers.js asks for the WebGPU build of onnxruntime-web (27 MB, for its log-mel product); recognition runs on the
 * plain one (14 MB). Both names lead to the plain build: one runtime, one heap, one `env`.
 */
export const oneRuntime = (): Plugin => ({
  name: 'plume-one-runtime',
  config: () => ({
    resolve: { alias: { 'onnxruntime-web/webgpu': 'onnxruntime-web/wasm' } },
  }),
});

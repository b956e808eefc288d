import * as ort from 'onnxruntime-web/webgpu';
import glueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import type { GraphicsRuntime } from './graphics-encoder';

/**
 * The second runtime, with a heap of its own. Only to be imported where a card is tried or used: what it takes from the
 * server and in memory is for nobody else.
 */
export function graphicsRuntime(): GraphicsRuntime {
  // The card multiplies; one thread hands it the work.
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = { mjs: glueUrl, wasm: wasmUrl };
  return ort;
}

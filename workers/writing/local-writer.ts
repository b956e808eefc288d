import { WRITER_BASE, WRITER_CACHE } from './places';
import type { Write, WriterModel } from './writer';

let opened: { readonly id: string; readonly write: Promise<Write> } | undefined;

async function open(model: WriterModel): Promise<Write> {
  // A megabyte of library that only practices with such a model need.
  const [{ openWriter }, { env }, glue, wasm] = await Promise.all([
    import('./writer'),
    import('@xenova/transformers'),
    import('onnxruntime-web/ort-wasm-simd-threaded.mjs?url'),
    import('onnxruntime-web/ort-wasm-simd-threaded.wasm?url'),
  ]);
  const cache = await caches.open(WRITER_CACHE);
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = WRITER_BASE;
  env.useBrowserCache = false;
  env.useCustomCache = true;
  env.customCache = {
    match: async (address: string) => (await cache.match(address)) ?? undefined,
    put: () => Promise.resolve(),
  };
  env.useWasmCache = false;
  const { wasm: backend } = env.backends.onnx;
  if (backend) {
    backend.wasmPaths = { mjs: glue.default, wasm: wasm.default };
    // One: recognition may be at work on the others.
    backend.numThreads = 1;
  }
  return openWriter(model);
}

/** Opens a model of the practice from where its folder was put, once for as long as it is the one in use. */
export function openLocalWriter(model: WriterModel): Promise<Write> {
  if (opened?.id === model.id) return opened.write;
  const write = open(model);
  opened = { id: model.id, write };
  write.catch(() => {
    opened = undefined;
  });
  return write;
}

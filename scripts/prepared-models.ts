import { createReadStream, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import type { Connect, Plugin } from 'vite';

export const MODELS_FOLDER = join(import.meta.dirname, '..', '.models');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.onnx': 'application/octet-stream',
};

/** Answers 404 for a missing file: vite's fallback would answer index.html, which then gets cached as a model. */
const serveModels: Connect.NextHandleFunction = (request, response) => {
  const path = normalize(decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/'));
  const file = join(MODELS_FOLDER, path);
  const size = file.startsWith(MODELS_FOLDER + sep)
    ? statSync(file, { throwIfNoEntry: false })
    : undefined;
  if (!size?.isFile()) {
    response.statusCode = 404;
    response.end();
    return;
  }
  response.setHeader('Content-Type', CONTENT_TYPES[extname(file)] ?? 'text/plain');
  response.setHeader('Content-Length', size.size);
  response.setHeader('Cache-Control', 'no-cache');
  createReadStream(file).pipe(response);
};

/** Serves the prepared models under `/models/`, in dev and in preview. */
export function preparedModels(): Plugin {
  return {
    name: 'plume-prepared-models',
    configureServer(server) {
      server.middlewares.use('/models', serveModels);
    },
    configurePreviewServer(server) {
      server.middlewares.use('/models', serveModels);
    },
  };
}

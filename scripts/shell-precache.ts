import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const PLACEHOLDER = '__SHELL__';
const WORKER = 'service-worker.js';

/** The runtime for graphics cards: kept when it was first asked for, since most computers never ask. */
const LATER = /\/(ort\.webgpu|ort-wasm-simd-threaded\.asyncify|graphics-runtime)[^/]*$/;

function publicFiles(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length).replaceAll('\\', '/'), readFileSync(path)];
      }),
  );
}

/** Writes the list of the shell's files, and a version that changes with any of them, into the service worker. */
export function shellPrecache(publicFolder: string): Plugin {
  return {
    name: 'plume-shell-precache',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle[WORKER];
        if (worker?.type !== 'chunk') return;
        if (worker.imports.length > 0) throw new Error('The service worker must stand alone');
        const files = publicFiles(publicFolder);
        for (const [name, file] of Object.entries(bundle)) {
          if (name === WORKER) continue;
          const content = file.type === 'chunk' ? file.code : file.source;
          files.set(name === 'index.html' ? '/' : `/${name}`, Buffer.from(content));
        }
        const paths = [...files.keys()].sort();
        const hash = createHash('sha256');
        for (const path of paths) hash.update(path).update(files.get(path) ?? '');
        const shell = {
          version: hash.digest('hex').slice(0, 16),
          files: paths.filter((path) => !LATER.test(path)),
          later: paths.filter((path) => LATER.test(path)),
        };
        worker.code = worker.code.replaceAll(PLACEHOLDER, JSON.stringify(shell));
      },
    },
  };
}

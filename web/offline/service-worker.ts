/// <reference lib="webworker" />

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** Filled in by the build with every file of the shell and a version that changes with any of them. */
declare const __SHELL__: { readonly version: string; readonly files: readonly string[] };

const PREFIX = 'plume-shell-';
const CACHE = `${PREFIX}${__SHELL__.version}`;
/** Models have a cache of their own, checked by hash in `engine/model-store`. */
const MODELS = '/models/';

async function store(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(__SHELL__.files.map((file) => new Request(file, { cache: 'reload' })));
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Threads need these two headers, whatever the server that sent the file. */
function isolated(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const wanted = request.mode === 'navigate' ? '/' : request;
  // The server varies on Origin, which a worker's request carries and the stored one did not.
  const stored = await cache.match(wanted, { ignoreVary: true, ignoreSearch: true });
  return isolated(stored ?? (await fetch(request)));
}

worker.addEventListener('install', (event) => event.waitUntil(store()));

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== location.origin) return;
  if (pathname.startsWith(MODELS)) return;
  event.respondWith(answer(event.request));
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take over') void worker.skipWaiting();
});

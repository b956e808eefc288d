/// <reference lib="webworker" />
import { SEALED_HEADERS } from './policy';
import type { Refusal, RefusalsChannel } from './refusals';
import type { SeenRequest, TrafficChannel } from './traffic';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

/** Filled in by the build with every file of the shell and a version that changes with any of them. */
declare const __SHELL__: {
  readonly version: string;
  readonly files: readonly string[];
  /** Kept once they were asked for. */
  readonly later: readonly string[];
};
const shell = __SHELL__;

const PREFIX = 'plume-shell-';
const CACHE = `${PREFIX}${shell.version}`;
/** Models have a cache of their own, checked by hash in `engine/model-store`. */
const MODELS = '/models/';

async function store(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(shell.files.map((file) => new Request(file, { cache: 'reload' })));
  // Named by their content: the copies of the version before are those of this one.
  for (const file of shell.later) {
    const before = await caches.match(file, { ignoreVary: true });
    // Where there is no room it is fetched again.
    if (before) await cache.put(file, before).catch(() => undefined);
  }
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The whole policy, whatever the server that sent the file. */
function sealed(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(SEALED_HEADERS)) headers.set(name, value);
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

async function answer(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const cache = await caches.open(CACHE);
  const wanted = request.mode === 'navigate' ? '/' : request;
  // The server varies on Origin, which a worker's request carries and the stored one did not.
  const stored = await cache.match(wanted, { ignoreVary: true, ignoreSearch: true });
  if (stored) return sealed(stored);
  const response = await fetch(request);
  const isKept = response.ok && shell.later.includes(new URL(request.url).pathname);
  if (isKept) event.waitUntil(cache.put(request, response.clone()).catch(() => undefined));
  return sealed(response);
}

worker.addEventListener('install', (event) => event.waitUntil(store()));

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => worker.clients.claim()));
});

const traffic = new BroadcastChannel('plume-traffic' satisfies TrafficChannel);
const refusals = new BroadcastChannel('plume-refusals' satisfies RefusalsChannel);

function refuse(address: string): void {
  refusals.postMessage({ origin: new URL(address).origin, by: 'service-worker' } satisfies Refusal);
}

worker.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (origin !== location.origin) {
    refuse(event.request.url);
    event.respondWith(Response.error());
    return;
  }
  traffic.postMessage({ origin } satisfies SeenRequest);
  if (event.request.method !== 'GET') return;
  if (pathname.startsWith(MODELS)) return;
  event.respondWith(answer(event));
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take over') void worker.skipWaiting();
});

/** A service worker may send a window elsewhere without a `navigate` event there. */
for (const [holder, name] of [
  [WindowClient.prototype, 'navigate'],
  [Clients.prototype, 'openWindow'],
] as const) {
  Object.defineProperty(holder, name, {
    value: async (address: string) => {
      refuse(address);
      return null;
    },
  });
}

import type { Elsewhere } from './recorder';

/** One known way out, as code that takes it; a promise it returns is not waited for. */
export interface Way {
  readonly name: string;
  readonly code: (to: Elsewhere) => string;
  /** Why the recorder cannot see it even in an open house. */
  readonly unseen?: string;
  /** Name of what must be withdrawn, then. */
  readonly gone?: string;
}

const add = (tag: string, attributes: string, where = 'body') =>
  `document.${where}.append(Object.assign(document.createElement('${tag}'), ${attributes}))`;

const svg = (inner: string) =>
  `{ const parsed = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); document.body.append(parsed); ${inner} }`;

const rtc = (holder: string, stun: string) =>
  `{ const call = new ${holder}RTCPeerConnection({ iceServers: [{ urls: '${stun}' }] }); window.calls = [call]; call.createDataChannel('x'); call.createOffer().then((offer) => call.setLocalDescription(offer)); }`;

const styled = (declaration: string) =>
  `{ const box = document.createElement('div'); box.textContent = 'x'; document.body.append(box); box.style.cssText = "${declaration}"; }`;

/** From the page, which stays where it is. */
export const PAGE_WAYS: readonly Way[] = [
  { name: 'fetch', code: ({ http }) => `fetch('${http}/fetch')` },
  {
    name: 'fetch without CORS',
    code: ({ http }) => `fetch('${http}/no-cors', { mode: 'no-cors', method: 'POST', body: 'x' })`,
  },
  {
    name: 'fetch that outlives the page',
    code: ({ http }) =>
      `fetch('${http}/keepalive', { keepalive: true, method: 'POST', body: 'x' })`,
  },
  {
    name: 'XMLHttpRequest',
    code: ({ http }) =>
      `{ const asked = new XMLHttpRequest(); asked.open('GET', '${http}/xhr'); asked.send(); }`,
  },
  { name: 'sendBeacon', code: ({ http }) => `navigator.sendBeacon('${http}/beacon', 'x')` },
  { name: 'WebSocket', code: ({ webSocket }) => `new WebSocket('${webSocket}/socket')` },
  { name: 'EventSource', code: ({ http }) => `new EventSource('${http}/events')` },
  {
    name: 'WebTransport',
    code: ({ http }) => `new WebTransport('${http.replace('http', 'https')}/transport')`,
    unseen: 'speaks QUIC, which the recorder does not',
    gone: 'WebTransport',
  },
  { name: 'image', code: ({ http }) => `new Image().src = '${http}/image.png'` },
  {
    name: 'image with srcset',
    code: ({ http }) => add('img', `{ srcset: '${http}/set.png 1x' }`),
  },
  {
    name: 'SVG image',
    code: ({ http }) =>
      svg(
        `const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'image'); drawn.setAttribute('href', '${http}/svg.png'); parsed.append(drawn);`,
      ),
  },
  {
    name: 'CSS background',
    code: ({ http }) => styled(`background: url(${http}/background.png)`),
  },
  { name: 'CSS cursor', code: ({ http }) => styled(`content: url(${http}/content.png)`) },
  {
    name: 'style sheet of elsewhere',
    code: ({ http }) => add('link', `{ rel: 'stylesheet', href: '${http}/sheet.css' }`, 'head'),
  },
  {
    name: '@import in a style element',
    code: ({ http }) => add('style', `{ textContent: "@import '${http}/import.css'" }`, 'head'),
  },
  {
    name: 'constructed style sheet',
    code: ({ http }) =>
      `{ const sheet = new CSSStyleSheet(); sheet.replaceSync("body { background: url(${http}/sheet.png) }"); document.adoptedStyleSheets.push(sheet); }`,
  },
  { name: 'font', code: ({ http }) => `new FontFace('far', 'url(${http}/font.woff2)').load()` },
  { name: 'script', code: ({ http }) => add('script', `{ src: '${http}/script.js' }`, 'head') },
  {
    name: 'module script',
    code: ({ http }) => add('script', `{ type: 'module', src: '${http}/module.js' }`, 'head'),
  },
  { name: 'import()', code: ({ http }) => `import('${http}/imported.js')` },
  {
    name: 'worker of elsewhere through a blob',
    code: ({ http }) =>
      `new Worker(URL.createObjectURL(new Blob(["importScripts('${http}/worker.js')"])))`,
  },
  { name: 'audio', code: ({ http }) => `new Audio('${http}/sound.ogg').load()` },
  {
    name: 'video poster',
    code: ({ http }) => add('video', `{ poster: '${http}/poster.png' }`),
  },
  {
    name: 'track of a video',
    code: ({ http }) =>
      `{ const film = document.createElement('video'); film.crossOrigin = 'anonymous'; const track = document.createElement('track'); track.src = '${http}/track.vtt'; film.append(track); document.body.append(film); track.track.mode = 'showing'; }`,
  },
  { name: 'iframe', code: ({ http }) => add('iframe', `{ src: '${http}/frame' }`) },
  {
    name: 'iframe with srcdoc',
    code: ({ http }) => add('iframe', `{ srcdoc: '<img src="${http}/srcdoc.png">' }`),
  },
  {
    name: 'blob document in an iframe',
    code: ({ http }) =>
      add(
        'iframe',
        `{ src: URL.createObjectURL(new Blob(['<img src="${http}/blob.png">'], { type: 'text/html' })) }`,
      ),
  },
  {
    name: 'data document in an iframe',
    code: ({ http }) =>
      add(
        'iframe',
        `{ src: 'data:text/html,' + encodeURIComponent('<img src="${http}/data.png">') }`,
      ),
  },
  {
    name: 'markup as text',
    code: ({ http }) =>
      `document.body.insertAdjacentHTML('beforeend', '<img src="${http}/markup.png">')`,
  },
  { name: 'object', code: ({ http }) => add('object', `{ data: '${http}/object' }`) },
  { name: 'embed', code: ({ http }) => add('embed', `{ src: '${http}/embed' }`) },
  {
    name: 'prefetch',
    code: ({ http }) => add('link', `{ rel: 'prefetch', href: '${http}/prefetch' }`, 'head'),
  },
  {
    name: 'preload',
    code: ({ http }) =>
      add('link', `{ rel: 'preload', as: 'image', href: '${http}/preload.png' }`, 'head'),
  },
  {
    name: 'modulepreload',
    code: ({ http }) =>
      add('link', `{ rel: 'modulepreload', href: '${http}/modulepreload.js' }`, 'head'),
  },
  {
    name: 'speculation rules',
    code: ({ http }) =>
      add(
        'script',
        `{ type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ source: 'list', urls: ['${http}/speculated'], eagerness: 'immediate' }] }) }`,
        'head',
      ),
  },
  {
    name: 'icon',
    code: ({ http }) => add('link', `{ rel: 'icon', href: '${http}/icon.png' }`, 'head'),
    unseen: 'a headless browser shows no icon',
  },
  {
    name: 'preconnect',
    code: ({ http }) => add('link', `{ rel: 'preconnect', href: '${http}' }`, 'head'),
    unseen: 'a driven browser makes no connection beforehand',
  },
  {
    name: 'dns-prefetch',
    code: ({ http }) => add('link', `{ rel: 'dns-prefetch', href: '${http}' }`, 'head'),
    unseen: 'asks a name server, not the recorder',
  },
  { name: 'WebRTC', code: ({ stun }) => rtc('', stun) },
  {
    name: 'WebRTC from an empty frame',
    code: ({ stun }) =>
      `{ const frame = document.createElement('iframe'); document.body.append(frame); ${rtc('frame.contentWindow.', stun)} }`,
  },
  {
    name: 'ping of a link',
    code: ({ http }) =>
      `{ const link = Object.assign(document.createElement('a'), { href: '#/', ping: '${http}/ping' }); document.body.append(link); link.click(); }`,
  },
  {
    name: 'fetchLater',
    code: ({ http }) => `fetchLater('${http}/later', { activateAfter: 0 })`,
    unseen: 'asks a secure server',
    gone: 'fetchLater',
  },
  {
    name: 'notice with an image',
    code: ({ http }) => `new Notification('x', { icon: '${http}/notice.png' })`,
    unseen: 'a headless browser shows no notice',
    gone: 'Notification',
  },
  {
    name: 'speech recognition of the browser',
    code: () => `new webkitSpeechRecognition().start()`,
    unseen: 'calls its maker, not the recorder',
    gone: 'webkitSpeechRecognition',
  },
  {
    name: 'speech synthesis of the browser',
    code: () => `speechSynthesis.speak(new SpeechSynthesisUtterance('x'))`,
    unseen: 'calls its maker, not the recorder',
    gone: 'speechSynthesis',
  },
  {
    name: 'push subscription',
    code: () =>
      `navigator.serviceWorker.ready.then(({ pushManager }) => pushManager.subscribe({ userVisibleOnly: true }))`,
    unseen: 'calls the maker of the browser, not the recorder',
    gone: 'PushManager',
  },
  {
    name: 'handler of a web+ protocol',
    code: ({ http }) => `navigator.registerProtocolHandler('web+plume', '${http}/%s')`,
    unseen: 'the browser asks the person first',
    gone: 'navigator.registerProtocolHandler',
  },
];

/** From the page, which they would leave or double. */
export const LEAVING_WAYS: readonly Way[] = [
  { name: 'location =', code: ({ http }) => `location = '${http}/location'` },
  { name: 'location.replace', code: ({ http }) => `location.replace('${http}/replace')` },
  { name: 'navigation.navigate', code: ({ http }) => `navigation.navigate('${http}/navigate')` },
  {
    name: 'link',
    code: ({ http }) =>
      `{ const link = document.createElement('a'); link.href = '${http}/link'; document.body.append(link); link.click(); }`,
  },
  {
    name: 'link to a new window',
    code: ({ http }) =>
      `{ const link = Object.assign(document.createElement('a'), { href: '${http}/blank', target: '_blank' }); document.body.append(link); link.click(); }`,
  },
  {
    name: 'link outside the document',
    code: ({ http }) =>
      `Object.assign(document.createElement('a'), { href: '${http}/detached', target: '_blank' }).click()`,
  },
  {
    name: 'SVG link',
    code: ({ http }) =>
      svg(
        `const link = document.createElementNS('http://www.w3.org/2000/svg', 'a'); link.setAttribute('href', '${http}/svg-link'); parsed.append(link); link.dispatchEvent(new MouseEvent('click'));`,
      ),
  },
  {
    name: 'download',
    code: ({ http }) =>
      `Object.assign(document.createElement('a'), { href: '${http}/download', download: 'x' }).click()`,
  },
  { name: 'window.open', code: ({ http }) => `window.open('${http}/open')` },
  {
    name: 'window.open without opener',
    code: ({ http }) => `window.open('${http}/noopener', '_blank', 'noopener')`,
  },
  {
    name: 'empty window',
    code: ({ http }) => `window.open('').location = '${http}/empty'`,
  },
  {
    name: 'meta refresh',
    code: ({ http }) =>
      add('meta', `{ httpEquiv: 'refresh', content: '0;url=${http}/refresh' }`, 'head'),
  },
  {
    name: 'form',
    code: ({ http }) =>
      `{ const form = Object.assign(document.createElement('form'), { action: '${http}/form' }); document.body.append(form); form.submit(); }`,
  },
  {
    name: 'form to a new window',
    code: ({ http }) =>
      `{ const form = Object.assign(document.createElement('form'), { action: '${http}/form-blank', target: '_blank', method: 'post' }); document.body.append(form); form.submit(); }`,
  },
  {
    name: 'visited blob document',
    code: ({ http }) =>
      `location = URL.createObjectURL(new Blob(['<meta http-equiv="refresh" content="0;url=${http}/visited">'], { type: 'text/html' }))`,
  },
];

/** From a dedicated worker. */
export const WORKER_WAYS: readonly Way[] = [
  { name: 'fetch', code: ({ http }) => `fetch('${http}/fetch')` },
  {
    name: 'XMLHttpRequest',
    code: ({ http }) =>
      `{ const asked = new XMLHttpRequest(); asked.open('GET', '${http}/xhr'); asked.send(); }`,
  },
  { name: 'WebSocket', code: ({ webSocket }) => `new WebSocket('${webSocket}/socket')` },
  { name: 'EventSource', code: ({ http }) => `new EventSource('${http}/events')` },
  {
    name: 'WebTransport',
    code: ({ http }) => `new WebTransport('${http.replace('http', 'https')}/transport')`,
    unseen: 'speaks QUIC, which the recorder does not',
    gone: 'WebTransport',
  },
  { name: 'import()', code: ({ http }) => `import('${http}/imported.js')` },
  { name: 'font', code: ({ http }) => `new FontFace('far', 'url(${http}/font.woff2)').load()` },
  {
    name: 'worker of a worker',
    code: ({ http }) => `new Worker(URL.createObjectURL(new Blob(["fetch('${http}/nested')"])))`,
  },
];

/** From the service worker. */
export const SERVICE_WORKER_WAYS: readonly Way[] = [
  { name: 'fetch', code: ({ http }) => `fetch('${http}/fetch')` },
  {
    name: 'Cache.add',
    code: ({ http }) => `caches.open('plume-trial').then((cache) => cache.add('${http}/cached'))`,
  },
  { name: 'WebSocket', code: ({ webSocket }) => `new WebSocket('${webSocket}/socket')` },
  {
    name: 'sending a window elsewhere',
    code: ({ http }) =>
      `clients.matchAll().then((windows) => Promise.all(windows.map((one) => one.navigate('${http}/sent'))))`,
  },
];

/**
 * What a browser lets this application do, sent with every answer: by the server, and by the service worker where the
 * server does not. `SECURITY.md` says what each line stops; `tests/e2e/egress.spec.ts` tries them.
 */
const DIRECTIVES = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'worker-src': ["'self'"],
  'connect-src': ["'self'"],
  'style-src': ["'self'"],
  'font-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'media-src': ["'self'", 'blob:'],
  'manifest-src': ["'self'"],
  'frame-src': ["'none'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['default', 'svelte-trusted-html', 'ProseMirrorClipboard', 'dompurify'],
} as const;

export type PolicyDirective = keyof typeof DIRECTIVES;

const CONTENT_SECURITY_POLICY = Object.entries(DIRECTIVES)
  .map(([name, values]) => `${name} ${values.join(' ')}`)
  .join('; ');

/** The same for a `<meta>` element, where a browser refuses to read the line on who may frame the page. */
export const META_POLICY = CONTENT_SECURITY_POLICY.replace(/frame-ancestors [^;]*; /, '');

const WITHHELD = [
  'accelerometer',
  'attribution-reporting',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'identity-credentials-get',
  'idle-detection',
  'join-ad-interest-group',
  'language-detector',
  'language-model',
  'magnetometer',
  'midi',
  'payment',
  'private-aggregation',
  'rewriter',
  'run-ad-auction',
  'serial',
  'shared-storage',
  'summarizer',
  'translator',
  'usb',
  'web-share',
  'writer',
  'xr-spatial-tracking',
] as const;

const PERMISSIONS_POLICY = [
  'microphone=(self)',
  // Foot pedals and dictation microphones.
  'hid=(self)',
  ...WITHHELD.map((feature) => `${feature}=()`),
].join(', ');

/** Threads need the first three; the others keep what is here from going anywhere. */
export const ISOLATION_HEADERS: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'Permissions-Policy': PERMISSIONS_POLICY,
};

/**
 * Chromium's firewall of one document or worker: what the policy above does not cover (navigation, new windows,
 * preconnection, WebRTC, even from an empty frame) may reach no other origin either.
 */
export const SEALED_HEADERS: Readonly<Record<string, string>> = {
  ...ISOLATION_HEADERS,
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Connection-Allowlist': '(response-origin)',
};

import type { Connect, Plugin } from 'vite';

/** The policy of platform.md: threads need COOP and COEP; nothing but this origin is ever asked. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ISOLATION_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'microphone=(self), camera=(), geolocation=()',
};

const withHeaders =
  (headers: Readonly<Record<string, string>>): Connect.NextHandleFunction =>
  (_request, response, next) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    next();
  };

/** Serves every answer cross-origin isolated; the strict CSP is left out of dev, where vite injects inline styles. */
export function isolation(): Plugin {
  return {
    name: 'plume-isolation',
    configureServer(server) {
      server.middlewares.use(withHeaders(ISOLATION_HEADERS));
    },
    configurePreviewServer(server) {
      server.middlewares.use(
        withHeaders({ ...ISOLATION_HEADERS, 'Content-Security-Policy': CONTENT_SECURITY_POLICY }),
      );
    },
  };
}

import type { Connect, Plugin } from 'vite';
import { ISOLATION_HEADERS, META_POLICY, SEALED_HEADERS } from '../web/offline/policy.ts';

const withHeaders =
  (headers: Readonly<Record<string, string>>): Connect.NextHandleFunction =>
  (_request, response, next) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    next();
  };

/**
 * Serves every answer cross-origin isolated; the strict policy is left out of dev, where vite injects inline styles.
 * The built page carries the policy itself too, for a server that sends no headers.
 */
export function isolation(): Plugin {
  return {
    name: 'plume-isolation',
    configureServer(server) {
      server.middlewares.use(withHeaders(ISOLATION_HEADERS));
    },
    configurePreviewServer(server) {
      server.middlewares.use(withHeaders(SEALED_HEADERS));
    },
    transformIndexHtml: (_, { server }) =>
      server
        ? []
        : [
            {
              tag: 'meta',
              attrs: { 'http-equiv': 'Content-Security-Policy', content: META_POLICY },
              injectTo: 'head-prepend',
            },
          ],
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { META_POLICY, SEALED_HEADERS } from '../../../web/offline/policy';

const scriptsOf = (html: string): string[] =>
  [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, source]) => source ?? '');

test('the guard is the first script of the page', () => {
  const scripts = scriptsOf(readFileSync('web/index.html', 'utf8'));
  expect(scripts).toEqual(['./offline/guard.ts', './main.ts']);
});

test('the guard is the first thing each worker imports', () => {
  const workers = readdirSync('workers', { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name, text: readFileSync(`workers/${name}`, 'utf8') }))
    .filter(({ text }) => /^expose\(/m.test(text));
  expect(workers.length).toBeGreaterThan(1);
  const unguarded = workers.filter(({ text }) => !text.startsWith("import './guard';"));
  expect(unguarded.map(({ name }) => name)).toEqual([]);
});

test('the policy names no other origin and lets no inline code in', () => {
  const policy = SEALED_HEADERS['Content-Security-Policy'] ?? '';
  expect(policy).toMatch(/^default-src 'none'; /);
  expect(policy).not.toMatch(/https?:|wss?:|\*|'unsafe-/);
  expect(META_POLICY).toBe(policy.replace("frame-ancestors 'none'; ", ''));
  expect(SEALED_HEADERS['Connection-Allowlist']).toBe('(response-origin)');
});

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isAllowed, packageFolder } from '../scripts/shipped-licences';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const locked = Object.entries(packages).filter(([path]) => path !== '');

describe('what is installed', () => {
  test('is named by exact versions', () => {
    const { dependencies, devDependencies, overrides } = manifest;
    const loose = Object.entries({ ...dependencies, ...devDependencies, ...overrides }).filter(
      ([, version]) => !/^(npm:@?[a-z0-9/._-]+@)?\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  test('is locked by its hash', () => {
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  test('runs no script that nobody decided on', () => {
    const undecided = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
      .filter((name) => !(name in manifest.allowScripts));
    expect(undecided).toEqual([]);
  });
});

describe('what is shipped', () => {
  test.each([
    ['MIT', true],
    ['(MPL-2.0 OR Apache-2.0)', true],
    ['(GPL-3.0-only OR MIT)', true],
    ['Apache-2.0 AND LGPL-3.0-or-later', false],
    ['GPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE', false],
    ['none', false],
  ])('may be under %s: %s', (licence, allowed) => {
    expect(isAllowed(licence)).toBe(allowed);
  });

  test.each([
    ['/app/node_modules/dexie/dist/dexie.mjs', '/app/node_modules/dexie'],
    [
      '/app/node_modules/a/node_modules/@b/c/index.js?commonjs',
      '/app/node_modules/a/node_modules/@b/c',
    ],
    ['/app/web/main.ts', undefined],
  ])('is known by its folder: %j', (id, folder) => {
    expect(packageFolder(id)).toBe(folder);
  });
});

describe('committed files', () => {
  const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n');
  const texts = files
    .filter((path) =>
      /\.(ts|mjs|js|json|md|svelte|html|css|tsv|txt|webmanifest)$|^\.[^/]*$|run$/.test(path),
    )
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

  const naming = (pattern: RegExp) =>
    texts.flatMap(({ path, text }) =>
      [...text.matchAll(pattern)].map(([found]) => `${path}: ${found}`),
    );

  test('are there to be read', () => {
    expect(texts.length).toBeGreaterThan(100);
  });

  test('name no host of a registry', () => {
    const words = ['registry', 'artifactory', 'nexus', 'verdaccio', 'jfrog'].join('|');
    expect(naming(new RegExp(`https?://[^\\s/"'\`]*(${words})[^\\s"'\`]*`, 'g'))).toEqual([]);
    expect(naming(/"resolved":\s*"[^"]+"/g)).toEqual([]);
  });

  test('name no folder of the machine they were written on', () => {
    expect(naming(/(?<![\w.*~)}$-])\/(home|Users|root|work|mnt|srv)\/\w[^\s"'`]*/g)).toEqual([]);
    expect(naming(/(?<![\w-])[A-Z]:\\\\?Users\\\\?\w+/g)).toEqual([]);
  });

  test('name no private network', () => {
    expect(naming(/\b(10|192\.168|172\.(1[6-9]|2\d|3[01]))(\.\d{1,3}){2,3}:\d+\b/g)).toEqual([]);
  });
});

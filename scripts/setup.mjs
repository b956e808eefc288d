import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname ?? '.', '..');

const NEEDED_BYTES = 2.5e9;
const LOCK_STAMP = join(ROOT, 'node_modules', '.plume-lock');

/** A reason to stop that the person at the keyboard can act on: printed as one sentence, without a stack. */
export class Obstacle extends Error {}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Obstacle(
      `Plume demande Node 20.19 ou plus récent ; cette machine a Node ${process.versions.node}.`,
    );
  }
}

function checkDisk() {
  const { bavail, bsize } = statfsSync(ROOT);
  if (bavail * bsize < NEEDED_BYTES) {
    const free = ((bavail * bsize) / 1e9).toFixed(1);
    throw new Obstacle(
      `Il reste ${free} Go sur ce disque et l'installation en demande ${NEEDED_BYTES / 1e9} : libérez de la place, puis recommencez.`,
    );
  }
}

function explainInstallFailure(output) {
  if (/ENOSPC/.test(output)) return 'Le disque est plein : libérez de la place, puis recommencez.';
  if (/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH/.test(output)) {
    return 'Le registre npm ne répond pas : vérifiez la connexion (elle ne sert qu’à l’installation), puis recommencez.';
  }
  return `L'installation des paquets a échoué :\n${output.trim().split('\n').slice(-8).join('\n')}`;
}

/** Installs the locked packages when they are missing or when the lock has changed. */
export function ensurePackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(LOCK_STAMP) && readFileSync(LOCK_STAMP, 'utf8') === lock) return;
  checkDisk();
  console.log('Installation des paquets (une seule fois, quelques minutes)…');
  const npm = process.env.npm_execpath;
  const [command, ...prefix] = npm ? [process.execPath, npm] : ['npm'];
  const result = spawnSync(command, [...prefix, 'ci', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (result.error?.code === 'ENOENT')
    throw new Obstacle('npm est introuvable : installez-le avec Node 20.');
  if (result.status !== 0)
    throw new Obstacle(explainInstallFailure(`${result.stdout}${result.stderr}`));
  writeFileSync(LOCK_STAMP, lock);
}

/** Checks the published weights and writes the copies that the app serves; quick when nothing changed. */
export async function ensureModels() {
  const status = await run(process.execPath, ['--import', 'tsx', 'scripts/prepare-models.ts']);
  if (status !== 0) throw new Obstacle("Les modèles de reconnaissance n'ont pas pu être préparés.");
}

const SYSTEM_BROWSERS = [
  process.env.PLUME_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

async function findBrowser() {
  const { chromium } = await import('@playwright/test');
  return [...SYSTEM_BROWSERS, chromium.executablePath()].find((path) => path && existsSync(path));
}

const isRoot = () => process.getuid?.() === 0;

function installDebianChromium() {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return;
  console.log('Installation de Chromium par le système…');
  try {
    const apt = (...args) =>
      execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
        stdio: 'ignore',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    apt('update');
    apt('install', '-y', 'chromium');
  } catch {
    console.log(
      'Le paquet Chromium du système ne s’est pas installé ; essai avec celui de Playwright…',
    );
  }
}

/** @returns the path of a Chromium for the browser tests, installed if need be. */
export async function ensureBrowser() {
  const present = await findBrowser();
  if (present) return present;
  installDebianChromium();
  const installed = await findBrowser();
  if (installed) return installed;
  await run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  const downloaded = await findBrowser();
  if (downloaded) return downloaded;
  throw new Obstacle(
    'Aucun Chromium pour les essais : installez le paquet « chromium » de votre système, ou donnez son chemin dans PLUME_CHROMIUM.',
  );
}

/** @returns the exit status; the child's output goes straight to the terminal. */
export function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('exit', (status) => resolve(status ?? 1));
  });
}

/** Runs a command's main function; an obstacle ends it with its sentence, a bug with its stack. */
export async function main(job) {
  try {
    await job();
  } catch (error) {
    if (error instanceof Obstacle) console.error(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
}

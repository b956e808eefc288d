import { spawnSync } from 'node:child_process';

/** Known weaknesses of what is shipped; a registry that has no list of them is said, and is no failure. */
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});

function report(text) {
  const { metadata, vulnerabilities = {} } = JSON.parse(text);
  if (!metadata) {
    console.log('Le registre de cette machine ne publie pas les faiblesses connues : non vérifié.');
    return;
  }
  const grave = Object.values(vulnerabilities).filter(({ severity }) =>
    ['high', 'critical'].includes(severity),
  );
  for (const { name, severity, range } of grave) console.log(`${severity} : ${name} ${range}`);
  console.log(`${grave.length} faiblesse(s) connue(s), grave(s) ou critique(s).`);
  if (grave.length > 0) process.exitCode = 1;
}

try {
  report(stdout);
} catch {
  console.log('Les faiblesses connues n’ont pas pu être demandées : non vérifié.');
}

import type { Command } from './command';

const plain = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace('œ', 'oe');

/** Commands whose label holds every word typed, those that begin with it first. */
export function matching(commands: readonly Command[], typed: string): readonly Command[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const found = commands.filter(({ label }) => words.every((word) => plain(label).includes(word)));
  const begins = ({ label }: Command) => plain(label).startsWith(words[0] ?? '');
  return [...found.filter(begins), ...found.filter((command) => !begins(command))];
}

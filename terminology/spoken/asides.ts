import { commandAt } from './commands';
import { phrases } from './phrases';
import { readingOf } from './readings';
import type { Rule, Site } from './site';
import { endsSentence } from './token';

type About = 'secretary' | 'copy';

const LADIES = ['mademoiselle', 'madame la secretaire', 'chere secretaire', 'la secretaire'];
const ORDERS = [
  'vous mettrez',
  'vous mettez',
  'vous pouvez',
  'vous pourrez',
  'vous enverrez',
  'vous preparerez',
  'vous ferez',
  'vous joindrez',
  'vous ajouterez',
  'vous noterez',
  'vous verifierez',
  'vous prendrez',
  'vous donnerez',
  'vous rappellerez',
  'vous appellerez',
  'vous demanderez',
  'vous completerez',
  'vous laisserez',
  'vous imprimerez',
  'vous adresserez',
  'vous classerez',
  'vous programmerez',
  'merci de',
  'pouvez vous',
  'pourriez vous',
  'pensez a',
  "n'oubliez pas",
  'mettez',
  'ajoutez',
  'envoyez',
  'joignez',
  'notez',
  'verifiez',
  'il faudra',
  'il faudrait',
  "s'il vous plait",
];
const ADDRESSEES = [
  'au docteur',
  'au dr',
  'aux docteurs',
  'au professeur',
  'au medecin',
  'aux medecins',
  'au confrere',
  'au cardiologue',
  'au chirurgien',
  'au service',
  'au patient',
  'a la patiente',
  'a monsieur',
  'a madame',
  'a mademoiselle',
  'a son medecin',
  'a mon confrere',
  "a l'ehpad",
  'pour le docteur',
  'pour le medecin',
];
const STARTS = phrases<About>([
  ...LADIES.flatMap((who) => ORDERS.map((order) => [`${who} ${order}`, 'secretary'] as const)),
  ...['la secretaire', 'ma secretaire', 'le secretariat', 'mademoiselle'].flatMap((who) =>
    ['note pour', 'note a', 'message pour', 'pour', "a l'attention de", 'une note pour'].map(
      (lead) => [`${lead} ${who}`, 'secretary'] as const,
    ),
  ),
  ...[
    'note au secretariat',
    "a l'attention du secretariat",
    'note secretariat',
    'note de service',
  ].map((lead) => [lead, 'secretary'] as const),
  ...[
    'vous mettrez en copie',
    'mettez en copie',
    'merci de mettre en copie',
    'mettre en copie',
    'vous mettrez une copie',
    'vous enverrez une copie',
    'vous enverrez un double',
  ].map((lead) => [lead, 'copy'] as const),
  ...['au', 'a', 'aux', 'pour', 'a la', "a l'"].map((to) => [`en copie ${to}`, 'copy'] as const),
  ...[
    'copie',
    'double',
    'une copie',
    'un double',
    'copies',
    'avec copie',
    'copie de ce courrier',
  ].flatMap((lead) => ADDRESSEES.map((to) => [`${lead} ${to}`, 'copy'] as const)),
]);
const ENDS = phrases(
  ['fin de note', 'fin de la note', 'fin de message', 'fin du message'].map(
    (end) => [end, true] as const,
  ),
);

const LONGEST = 60;

interface Span {
  /** Index after the last word of the note. */
  readonly bodyTo: number;
  readonly to: number;
}

/** The note runs to "fin de note", else to the end of its sentence. */
function spanOf(site: Site, from: number): Span | undefined {
  const { tokens } = site;
  const limit = Math.min(tokens.length, from + LONGEST);
  for (let index = from; index < limit; index++) {
    const end = ENDS.at(tokens, index);
    if (end !== undefined) return { bodyTo: index, to: end.to };
  }
  for (let index = from; index < limit; index++) {
    const token = tokens[index];
    const command = commandAt(tokens, index);
    const stops =
      command !== undefined &&
      (command.value.does === 'break' ||
        (command.value.does === 'mark' && command.value.mark === '.'));
    if (stops && readingOf({ ...site, at: index }, command) === 'command')
      return { bodyTo: index, to: command.to };
    if (token !== undefined && endsSentence(token)) {
      const then = commandAt(tokens, index + 1);
      const stop = then?.value.does === 'mark' && then.value.mark === '.' ? then.to : index + 1;
      return { bodyTo: index + 1, to: stop };
    }
  }
  return limit === tokens.length ? { bodyTo: limit, to: limit } : undefined;
}

/** What is said to the secretary becomes a note beside the text: "mademoiselle vous mettrez…", "en copie au docteur…". */
export const aside: Rule = (site) => {
  if (!site.sentenceStart) return undefined;
  const start = STARTS.at(site.tokens, site.at);
  if (start === undefined || namesPatient(site)) return undefined;
  const span = spanOf(site, start.to);
  if (span === undefined) return undefined;
  const note = site.tokens
    .slice(site.at, span.bodyTo)
    .map(({ heard }) => heard.text)
    .join(' ')
    .replace(/[.,;:]+$/, '');
  const last = site.tokens[span.to - 1];
  const breaks = last !== undefined && /lignes?$/.test(last.key);
  return {
    kind: 'note',
    note,
    about: start.value,
    written: '',
    to: span.to,
    certainty: 0.85,
    ...(breaks && !site.lineStart && { breakAfter: 'line' }),
  };
};

/** "Pour mademoiselle Untel": a name follows, so it is the patient. */
function namesPatient({ tokens, at }: Site): boolean {
  const lady = tokens.slice(at, at + 4).findIndex(({ key }) => key === 'mademoiselle');
  const next = lady === -1 ? undefined : tokens[at + lady + 1];
  return next !== undefined && tokens[at + lady]?.tail === '' && /^\p{Lu}/u.test(next.core);
}

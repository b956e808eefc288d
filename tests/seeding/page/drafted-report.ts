import type { EditorJson } from '../../../web/dossier/report';
import { schema } from '../../../web/editor/schema';

export interface WantedReport {
  readonly words: number;
  /** How many of them the machine doubts; each becomes an alert of its own. */
  readonly doubts: number;
  readonly soundSeconds: number;
}

/** Fictitious findings of everyday letters, so that terms, numbers and plain words stand as they do in reports. */
const SENTENCES = [
  'Le patient présente une hypertension artérielle traitée par amlodipine le matin et un diabète de type deux équilibré.',
  'Scanner abdominal : nodule hypodense du foie sans adénopathie, vésicule biliaire alithiasique, pancréas homogène.',
  'Antécédents de fibrillation atriale paroxystique sous apixaban, appendicectomie ancienne, hernie inguinale opérée.',
  'À l’examen, murmure vésiculaire diminué à droite, pas d’œdème des membres inférieurs, abdomen souple et indolore.',
  'Je propose de poursuivre bisoprolol et ramipril, de contrôler la créatinine et de le revoir dans trois mois.',
];
const SENTENCES_A_PARAGRAPH = 4;
const RISKS = [2, 3, 4, 5, 7];

/** A draft as the machine writes one: each word a stretch of its own with its sound. */
export function draftedReport({ words, doubts, soundSeconds }: WantedReport): {
  readonly document: EditorJson;
  readonly words: number;
  readonly doubts: number;
} {
  const spoken = SENTENCES.map((sentence) => sentence.split(' '));
  const all: string[][] = [];
  for (let at = 0; all.flat().length < words; at++) all.push(spoken[at % spoken.length] ?? []);
  const count = all.flat().length;
  const secondsAWord = soundSeconds / count;
  let number = 0;
  let doubted = 0;
  const wordNode = (text: string) => {
    const at = number++;
    const isDoubted = Math.floor((at * doubts) / count) !== Math.floor(((at + 1) * doubts) / count);
    if (isDoubted) doubted += 1;
    const risk = isDoubted ? (RISKS[doubted % RISKS.length] ?? 7) : 0;
    const mark = schema.mark('heard', {
      start: at * secondsAWord,
      end: (at + 1) * secondsAWord,
      confidence: isDoubted ? 0.4 : 0.95,
      heard: text,
      written: text,
      origin: 'machine',
      proposals: isDoubted ? [`${text} (?)`] : [],
      risk,
      reason: isDoubted ? 'Mot entendu avec peu de certitude : à écouter.' : '',
    });
    return schema.text(text, [mark]);
  };
  const paragraphs = [];
  for (let at = 0; at < all.length; at += SENTENCES_A_PARAGRAPH) {
    const content = all
      .slice(at, at + SENTENCES_A_PARAGRAPH)
      .flat()
      .flatMap((word, index) => [...(index > 0 ? [schema.text(' ')] : []), wordNode(word)]);
    paragraphs.push(schema.node('paragraph', null, content));
  }
  const doc = schema.node('doc', { writtenUntil: soundSeconds }, paragraphs);
  return { document: doc.toJSON() as EditorJson, words: count, doubts: doubted };
}

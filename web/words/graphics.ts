import type { GraphicsVerdict } from '../dossier/graphics-verdict';
import { day } from './format';

const SECONDS = new Intl.NumberFormat('fr-FR', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

const measured = ({ processorSeconds, graphicsSeconds, at }: GraphicsVerdict): string =>
  `pour le même passage, ${SECONDS.format(graphicsSeconds)} s par la carte et ${SECONDS.format(processorSeconds)} s par le processeur (essai du ${day(at)})`;

const verdicts: Readonly<Record<GraphicsVerdict['outcome'], (verdict: GraphicsVerdict) => string>> =
  {
    faster: (verdict) => `La parole est reconnue par la carte graphique : ${measured(verdict)}.`,
    slower: (verdict) =>
      `La parole est reconnue par le processeur. La carte graphique n’irait pas nettement plus vite : ${measured(verdict)}.`,
    wrong: () =>
      'La parole est reconnue par le processeur. À l’essai, la carte graphique a mal calculé : Plume ne s’en sert pas.',
    failed: () =>
      'La parole est reconnue par le processeur. À l’essai, la carte graphique n’a pas répondu : Plume ne s’en sert pas.',
    begun: () =>
      'La parole est reconnue par le processeur. L’essai de la carte graphique est en cours, ou a été interrompu : son résultat se lira ici.',
    lost: () =>
      'La parole est reconnue par le processeur. La carte graphique s’est arrêtée en cours de travail : le processeur a repris sans rien perdre. Elle sera essayée de nouveau à la prochaine ouverture de Plume.',
  };

const UNTRIED =
  'La parole est reconnue par le processeur. Si le navigateur montre une carte graphique, Plume l’essaiera après une dictée, sur un passage qui vient d’être reconnu.';

export const graphicsWords = {
  title: 'Processeur ou carte graphique',
  hint: 'Sur cet ordinateur dans les deux cas : rien n’en sort. La carte graphique ne sert que si un essai montre qu’elle va deux fois plus vite et reconnaît de même.',
  mayUse: 'Utiliser la carte graphique si elle est nettement plus rapide',
  refused: 'La parole est reconnue par le processeur. La carte graphique n’est pas utilisée.',
  again: 'Essayer de nouveau la carte graphique',
  willTry: 'La carte graphique sera essayée après la prochaine dictée.',
  /** Where hearing runs, and why. */
  verdict: (verdict: GraphicsVerdict): string =>
    verdict.of === '' ? UNTRIED : verdicts[verdict.outcome](verdict),
} as const;

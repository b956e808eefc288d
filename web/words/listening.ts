const percent = (share: number): string => `${Math.round(share * 100)} %`;

export const listeningWords = {
  nextUnheard: 'Passage jamais écouté suivant',
  /** Rounded down: "100 %" is said only when nothing is left. */
  heardShare: (share: number) => `Écouté : ${Math.floor(share * 100)} %`,
  waveformHint: 'Trait plein sous l’onde : déjà écouté. Pointillé : jamais écouté.',
  loop: 'Répéter le passage en boucle',
  volume: (volume: number) => `Volume du son (${percent(volume)})`,
  filter: 'Rendre la voix plus nette',
  patience: 'Attendre pendant la frappe',
  waiting: 'Attend la frappe',
  title: 'Écoute',
  patienceHint:
    'Le son s’arrête dès que vous tapez dans le compte rendu et reprend 0,7 seconde après la dernière touche. Si vous l’arrêtez vous-même, il attend votre touche.',
  volumeLabel: 'Volume',
  volumeHint: 'Au-delà de 100 %, le son est amplifié sans saturer.',
  volumeChoice: percent,
  filterHint: 'Pour les mauvais enregistrements : retire les grondements et égalise la voix.',
} as const;

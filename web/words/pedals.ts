import type { PedalPress } from '../audio/pedals';

const buttons: Readonly<Record<PedalPress['button'], string>> = {
  play: 'Lecture',
  back: 'Retour',
  forward: 'Avance',
  stop: 'Arrêt',
  other: 'Autre bouton (sans effet sur l’écoute)',
};

export const pedalWords = {
  title: 'Pédale et micro de dictée',
  hint: 'Pédales Philips ACC2310, ACC2320 et ACC2330, micros SpeechMike et PowerMic. Une pédale qui imite un clavier n’a besoin de rien ici : donnez sa touche à « Écouter » ou « Reculer » dans les commandes (Ctrl+K).',
  unsupported:
    'Ce navigateur ne donne pas accès aux pédales (WebHID). Utilisez Chrome ou Edge sur un ordinateur, ou une pédale qui imite un clavier.',
  connect: 'Connecter un appareil',
  connected: (count: number) =>
    count === 0
      ? 'Aucun appareil connecté.'
      : `${count} appareil${count > 1 ? 's' : ''} connecté${count > 1 ? 's' : ''}.`,
  none: 'Aucun appareil n’a été choisi. Branchez-le, puis réessayez.',
  failed:
    'L’appareil n’a pas pu être ouvert. Fermez les autres logiciels qui l’utilisent, débranchez-le, rebranchez-le, puis réessayez.',
  mode: 'Bouton de lecture',
  hold: 'Le son joue tant que la pédale est enfoncée',
  toggle: 'Un appui joue, l’appui suivant arrête',
  test: 'Essai : appuyez sur un bouton de l’appareil.',
  last: ({ button, isDown }: PedalPress) =>
    `Dernier bouton vu : ${buttons[button]}, ${isDown ? 'enfoncé' : 'relâché'}.`,
} as const;

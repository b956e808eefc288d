import { createSubscriber } from 'svelte/reactivity';

/** Screens and the word of their address. */
const PLACES = {
  welcome: '',
  worklist: 'travail',
  templates: 'modeles',
  settings: 'reglages',
  'spoken-commands': 'commandes',
  vault: 'coffre',
  audit: 'journal',
  writing: 'ecriture',
  patients: 'patients',
  corrections: 'memoire',
  lexicon: 'lexique',
  privacy: 'confidentialite',
  quality: 'qualite',
} as const;

/** Screens of one thing, or of none yet, and the word of their address. */
const PLACES_OF_ONE = {
  dictation: 'dictee',
  dictate: 'dicter',
} as const;

/** Where one is in the application; an address holds nothing but a random identifier. */
export type Route =
  | { readonly screen: keyof typeof PLACES }
  | { readonly screen: 'dictation'; readonly id: string }
  | { readonly screen: Exclude<keyof typeof PLACES_OF_ONE, 'dictation'>; readonly id?: string };

const ADDRESS = /^#\/([a-z-]*)(?:\/([0-9a-f-]{36}))?$/;

const screenOf = <Screen extends string>(
  places: Readonly<Record<Screen, string>>,
  place: string | undefined,
): Screen | undefined =>
  (Object.keys(places) as Screen[]).find((screen) => places[screen] === place);

export function parseRoute(hash: string): Route {
  const [, place, id] = ADDRESS.exec(hash) ?? [];
  const ofOne = screenOf(PLACES_OF_ONE, place);
  if (ofOne !== undefined && id) return { screen: ofOne, id };
  if (ofOne !== undefined && ofOne !== 'dictation') return { screen: ofOne };
  return { screen: screenOf(PLACES, id ? undefined : place) ?? 'welcome' };
}

export function addressOf(route: Route): string {
  if (!(route.screen in PLACES_OF_ONE)) return `#/${PLACES[route.screen as keyof typeof PLACES]}`;
  const place = PLACES_OF_ONE[route.screen as keyof typeof PLACES_OF_ONE];
  return 'id' in route && route.id ? `#/${place}/${route.id}` : `#/${place}`;
}

export class Router {
  readonly #subscribe = createSubscriber((update) => {
    addEventListener('hashchange', update);
    return () => removeEventListener('hashchange', update);
  });

  get route(): Route {
    this.#subscribe();
    return parseRoute(location.hash);
  }

  go(route: Route): void {
    location.hash = addressOf(route);
  }

  /** Goes on without a way back to the place that is left. */
  replace(route: Route): void {
    location.replace(addressOf(route));
  }
}

import { createSubscriber } from 'svelte/reactivity';

/** Where one is in the application; an address holds nothing but a random identifier. */
export type Route =
  | { readonly screen: 'welcome' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'spoken-commands' }
  | { readonly screen: 'dictation'; readonly id: string }
  | { readonly screen: 'dictate'; readonly id?: string };

const ADDRESS = /^#\/(dictee|dicter|reglages|commandes)(?:\/([0-9a-f-]{36}))?$/;

export function parseRoute(hash: string): Route {
  const [, place, id] = ADDRESS.exec(hash) ?? [];
  if (place === 'reglages') return { screen: 'settings' };
  if (place === 'commandes') return { screen: 'spoken-commands' };
  if (place === 'dicter') return id ? { screen: 'dictate', id } : { screen: 'dictate' };
  return place === 'dictee' && id ? { screen: 'dictation', id } : { screen: 'welcome' };
}

export function addressOf(route: Route): string {
  if (route.screen === 'welcome') return '#/';
  if (route.screen === 'settings') return '#/reglages';
  if (route.screen === 'spoken-commands') return '#/commandes';
  if (route.screen === 'dictate') return route.id ? `#/dicter/${route.id}` : '#/dicter';
  return `#/dictee/${route.id}`;
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
}

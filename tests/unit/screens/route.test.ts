import { expect, test } from 'vitest';
import { addressOf, parseRoute, type Route } from '../../../web/screens/route.svelte';

const ID = '0a1b2c3d-0000-4000-8000-0123456789ab';

test.each<[string, Route]>([
  ['#/', { screen: 'welcome' }],
  ['#/reglages', { screen: 'settings' }],
  ['#/commandes', { screen: 'spoken-commands' }],
  ['#/dicter', { screen: 'dictate' }],
  [`#/dicter/${ID}`, { screen: 'dictate', id: ID }],
  [`#/dictee/${ID}`, { screen: 'dictation', id: ID }],
])('%s is an address and its place', (address, route) => {
  expect(parseRoute(address)).toEqual(route);
  expect(addressOf(route)).toBe(address);
});

test.each(['', '#/dictee', '#/dictee/Dupont', '#/ailleurs', '#//evil'])(
  '%s leads to the welcome screen',
  (address) => {
    expect(parseRoute(address)).toEqual({ screen: 'welcome' });
  },
);

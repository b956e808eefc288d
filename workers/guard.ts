/**
 * The first code of each worker. What a worker may reach is the policy of its own script's answer (`web/offline/policy.ts`);
 * this withdraws what that policy does not name, and tells the page what was refused.
 */

const UNUSED = ['RTCPeerConnection', 'WebSocketStream', 'WebTransport', 'Notification'] as const;

/** As the page reads it: `web/offline/refusals.ts`. */
const REFUSALS_CHANNEL = 'plume-refusals';

function originOf(address: string): string {
  try {
    const { origin, protocol } = new URL(address, location.href);
    return origin === 'null' ? protocol : origin;
  } catch {
    return address;
  }
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string | null },
  ): unknown;
}

for (const name of UNUSED) {
  if (name in globalThis) {
    Object.defineProperty(globalThis, name, { value: undefined, writable: false });
  }
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => (originOf(address) === location.origin ? address : null),
});

const channel = new BroadcastChannel(REFUSALS_CHANNEL);
addEventListener('securitypolicyviolation', (event) => {
  const { blockedURI } = event as SecurityPolicyViolationEvent;
  channel.postMessage({ origin: originOf(blockedURI), by: 'browser' });
});

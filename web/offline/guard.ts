import { originOf, refuse, type Refusal, type RefusalsChannel } from './refusals';

/**
 * The first code that runs: it closes in every browser what a content security policy does not cover, such as going to
 * another address, opening a window or calling by WebRTC. Chromium closes most of it a second time (`policy.ts`).
 */

/** Ways to a server that Plume has no use for: the browser's own speech services, calls, notices, shares, assistants. */
const UNUSED = [
  'BackgroundFetchManager',
  'LanguageDetector',
  'LanguageModel',
  'MediaMetadata',
  'Notification',
  'PaymentRequest',
  'Proofreader',
  'PushManager',
  'RTCPeerConnection',
  'Rewriter',
  'SpeechRecognition',
  'SpeechSynthesisUtterance',
  'Summarizer',
  'Translator',
  'WebSocketStream',
  'WebTransport',
  'Writer',
  'fetchLater',
  'speechSynthesis',
  'webkitRTCPeerConnection',
  'webkitSpeechRecognition',
] as const;

const REFUSALS: RefusalsChannel = 'plume-refusals';

/** An empty frame has a window of its own in which nothing is withdrawn. */
const FRAMES = new Set(['iframe', 'frame', 'frameset', 'object', 'embed', 'fencedframe', 'portal']);

const isOwn = (address: string): boolean => originOf(address) === location.origin;

/** A `blob:` document would run without this guard: it may be saved, not visited. */
const isOwnPage = (address: string): boolean =>
  isOwn(address) && /^https?:/.test(new URL(address, location.href).protocol);

const refuseByGuard = (address: string): void => refuse({ origin: originOf(address), by: 'guard' });

function withdraw(holder: object, name: string): void {
  if (!(name in holder)) return;
  Object.defineProperty(holder, name, {
    value: undefined,
    configurable: false,
    writable: false,
  });
}

function withdrawUnused(): void {
  for (const name of UNUSED) withdraw(window, name);
  withdraw(Navigator.prototype, 'share');
  withdraw(Navigator.prototype, 'registerProtocolHandler');
  withdraw(Navigator.prototype, 'joinAdInterestGroup');
  if ('ServiceWorkerRegistration' in window) {
    for (const name of ['backgroundFetch', 'pushManager', 'showNotification', 'sync']) {
      withdraw(ServiceWorkerRegistration.prototype, name);
    }
  }
}

function keepWindowsClosed(): void {
  const open = (address: string | URL = ''): null => {
    refuseByGuard(String(address));
    return null;
  };
  Object.defineProperty(window, 'open', { value: open, configurable: false, writable: false });
}

function keepPageHere(): void {
  window.navigation?.addEventListener('navigate', (event) => {
    const { destination, downloadRequest } = event;
    if (isOwnPage(destination.url)) return;
    if (downloadRequest !== null && isOwn(destination.url)) return;
    refuseByGuard(destination.url);
    event.preventDefault();
  });
}

const XLINK = 'http://www.w3.org/1999/xlink';

/** @returns where a click on this would go, where it may not. */
function strayAddress(target: EventTarget): string | undefined {
  if (!(target instanceof Element) || !target.matches('a, area')) return undefined;
  const address = target.getAttribute('href') ?? target.getAttributeNS(XLINK, 'href');
  if (address === null || isOwnPage(address)) return undefined;
  return target.hasAttribute('download') && isOwn(address) ? undefined : address;
}

/** A link to a new window raises no `navigate` event in this one; one outside the document, no event at all here. */
function keepLinksHere(): void {
  const stay = (event: Event): void => {
    const address = event.composedPath().map(strayAddress).find(Boolean);
    if (address === undefined) return;
    refuseByGuard(address);
    event.preventDefault();
  };
  addEventListener('click', stay, { capture: true });
  addEventListener('auxclick', stay, { capture: true });
  for (const { prototype } of [HTMLAnchorElement, HTMLAreaElement]) {
    prototype.click = function (this: HTMLElement) {
      const address = strayAddress(this);
      if (address === undefined) HTMLElement.prototype.click.call(this);
      else refuseByGuard(address);
    };
  }
}

/** Nothing is sent by a form here; a dialog's form only closes it. */
function keepFormsHere(): void {
  const stay = (event: SubmitEvent): void => {
    const { target: form, submitter } = event;
    const method =
      submitter?.getAttribute('formmethod') ?? (form as Element).getAttribute('method');
    if (method !== 'dialog') event.preventDefault();
  };
  addEventListener('submit', stay, { capture: true });
  HTMLFormElement.prototype.submit = function (this: HTMLFormElement) {
    refuseByGuard(this.action);
  };
}

function keepFramesOut(): void {
  const { createElement, createElementNS } = Document.prototype;
  const refuseFrame = (name: string): void => {
    const local = name.slice(name.indexOf(':') + 1).toLowerCase();
    if (!FRAMES.has(local)) return;
    refuseByGuard('frame:');
    throw new DOMException(`Plume makes no <${local}>: nothing leaves`, 'SecurityError');
  };
  Object.assign(Document.prototype, {
    createElement(this: Document, name: string, options?: ElementCreationOptions): Element {
      refuseFrame(String(name));
      return createElement.call(this, name, options);
    },
    createElementNS(
      this: Document,
      namespace: string | null,
      name: string,
      options?: ElementCreationOptions,
    ): Element {
      refuseFrame(String(name));
      return createElementNS.call(this, namespace, name, options);
    },
  });
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string | null },
  ): unknown;
}

/** Scripts and workers come from this origin; text becomes neither markup nor code, for want of a rule that lets it. */
function trustOwnScripts(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => (isOwnPage(address) ? address : null),
  });
}

function listenToBrowser(): void {
  let counted: string | undefined;
  document.addEventListener('securitypolicyviolation', ({ blockedURI, originalPolicy }) => {
    // The page's own copy of the policy and the server's each report the same attempt.
    counted ??= originalPolicy;
    if (originalPolicy !== counted) return;
    refuse({ origin: originOf(blockedURI), by: 'browser' });
  });
  const channel = new BroadcastChannel(REFUSALS);
  channel.addEventListener('message', ({ data }: MessageEvent<Refusal>) => refuse(data));
}

trustOwnScripts();
keepPageHere();
keepLinksHere();
keepFormsHere();
keepWindowsClosed();
keepFramesOut();
withdrawUnused();
listenToBrowser();

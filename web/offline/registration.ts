/**
 * Keeps the application available without a server.
 * @param offer called with a function that takes the update; never taken by itself, least of all during a dictation.
 */
export async function keepOffline(offer: (update: () => void) => void): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register('/service-worker.js');
  const offerWaiting = () => {
    const { waiting } = registration;
    if (!waiting || !navigator.serviceWorker.controller) return;
    offer(() => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
        once: true,
      });
      waiting.postMessage('take over');
    });
  };
  offerWaiting();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offerWaiting);
  });
}

/** Asks the browser not to erase by itself what is kept here. */
export async function askForDurableStorage(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}

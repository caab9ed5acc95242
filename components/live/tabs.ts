/** Word between the open tabs of one browser that balance, cart or session moved in one of them. */

let channel: BroadcastChannel | undefined;

/** One a document, so that nobody hears its own word. */
function sharedChannel(): BroadcastChannel {
  channel ??= new BroadcastChannel('jangteo-me');
  return channel;
}

/** Tells every other tab. */
export function tellTabs(): void {
  sharedChannel().postMessage(null);
}

/** Calls `react` whenever another tab tells; the answer ends it. */
export function whenTold(react: () => void): () => void {
  const tabs = sharedChannel();
  tabs.addEventListener('message', react);
  return () => tabs.removeEventListener('message', react);
}

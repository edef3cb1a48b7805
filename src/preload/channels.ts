/** The only two IPC channels there are. */
export const callChannel = 'commonplace:call';
export const eventChannel = 'commonplace:event';

/** Names the Chromium shell's transport goes by inside a page; removed or hidden before the app's own code runs. */
export const bindingName = '__commonplaceTransport';
export const deliverName = '__commonplaceDeliver';
/** Reserved top-level domain (RFC 2606): it can never resolve, so a request that slips through goes nowhere. */
export const pageOrigin = 'https://commonplace.invalid';

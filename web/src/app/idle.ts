/** Does it when the browser has nothing better to do, at the latest after two seconds. */
export function whenIdle(action: () => void) {
    if ("requestIdleCallback" in window) window.requestIdleCallback(action, { timeout: 2000 });
    else setTimeout(action, 300);
}

// What a browser says of itself, as the two words by which people know a device.
const browsers = [
    ["Edg", "Edge"],
    ["OPR", "Opera"],
    ["Firefox", "Firefox"],
    ["Chrome", "Chrome"],
    ["Safari", "Safari"],
] as const;
const systems = [
    ["Windows", "Windows"],
    ["iPhone", "iPhone"],
    ["iPad", "iPad"],
    ["Android", "Android"],
    ["Mac OS X", "Mac"],
    ["CrOS", "ChromeOS"],
    ["Linux", "Linux"],
] as const;

/** `Edge (Windows)`; what is not recognised is shown as it came. */
export function deviceName(agent: string): string {
    const browser = browsers.find(([mark]) => agent.includes(mark))?.[1];
    const system = systems.find(([mark]) => agent.includes(mark))?.[1];
    if (!browser) return agent;
    return system ? `${browser} (${system})` : browser;
}

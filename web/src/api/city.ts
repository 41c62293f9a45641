/** The municipality is the first segment of the address: `/hirakata/staff` → `hirakata`; at the root there is none. */
export function cityOf(pathname: string): string {
    return pathname.split("/")[1] ?? "";
}

export const city = cityOf(window.location.pathname);

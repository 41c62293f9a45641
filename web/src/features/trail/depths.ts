/** How far each step stands from the beginning of its chain; `from` is the place of what it was made from. */
export function depthsOf(steps: readonly { from?: number | null }[]): number[] {
    const depths: number[] = [];
    for (const { from } of steps) depths.push(from == null ? 0 : (depths[from] ?? 0) + 1);
    return depths;
}

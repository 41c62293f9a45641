/** The list with the entry at `from` taken out and put in at `to`. */
export function movedTo<T>(list: readonly T[], from: number, to: number): T[] {
    const entry = list[from];
    if (entry === undefined || to < 0 || to >= list.length) return [...list];
    return list.toSpliced(from, 1).toSpliced(to, 0, entry);
}

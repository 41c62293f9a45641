// Two people have changed the same fields: what each changed since they began, and both together.
type Values = Record<string, unknown>;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Fields that the two have differently, in the order of `mine`. */
export const differing = <T extends Values>(mine: T, theirs: T): (keyof T & string)[] =>
    Object.keys(mine).filter((name) => !same(mine[name], theirs[name]));

/** Fields that both changed, and differently: of these only one can stay. */
export const clashing = <T extends Values>(base: T, mine: T, theirs: T) =>
    differing(mine, theirs).filter((name) => !same(base[name], mine[name]) && !same(base[name], theirs[name]));

/** Theirs with every field in it that I changed. */
export function together<T extends Values>(base: T, mine: T, theirs: T): T {
    const changed = Object.entries(mine).filter(([name, value]) => !same(base[name], value));
    return { ...theirs, ...Object.fromEntries(changed) };
}

import { useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { roles } from "../access/roles.ts";
import { UnitPicker } from "../staff/UnitPicker.tsx";
import { type Grant, type Role, scoped_roles, withFurther, withoutUnit, withRole, withUnit } from "./grants.ts";
import { words } from "./words.ts";

interface Props {
    role: Role;
    grants: readonly Grant[];
    onChange: (grants: Grant[]) => void;
}

/** A role, and how far it reaches: as far as the role does, or the chosen units and below. */
export function RoleChoice({ role, grants, onChange }: Props) {
    const m = useWords(words);
    const names = useWords(roles);
    const [further, setFurther] = useState(false);
    const own = grants.filter((grant) => grant.role === role);
    const held = own.length > 0;
    const units = own.flatMap(({ unit }) => (unit === null ? [] : [unit]));
    return (
        <div>
            <Checkbox checked={held} onChange={(on) => onChange(withRole(grants, role, on))}>
                {names[role]}
            </Checkbox>
            {held && scoped_roles.includes(role) && (
                <div className="mt-1 mb-3 ml-8 grid gap-2">
                    {own.map(({ unit }, at) => (
                        <div key={unit ?? "all"} className="flex items-end gap-2">
                            <UnitPicker
                                plain
                                small
                                label={m.scope_of(names[role] ?? role)}
                                everything={m.reach[role] ?? m.city_wide}
                                className="min-w-0 flex-1 text-table"
                                value={unit}
                                onChange={(next) => onChange(withUnit(grants, role, at, next))}
                            />
                            {units.length > 1 && unit !== null && (
                                <Button look="quiet" size="small" onPress={() => onChange(withoutUnit(grants, role, unit))}>
                                    {m.scope_less}
                                </Button>
                            )}
                        </div>
                    ))}
                    {further && (
                        <UnitPicker
                            plain
                            small
                            label={m.scope_further}
                            everything={m.scope_choose}
                            className="text-table"
                            value={null}
                            onChange={(unit) => {
                                setFurther(false);
                                if (unit !== null) onChange(withFurther(grants, role, unit));
                            }}
                        />
                    )}
                    {units.length > 0 && !further && (
                        <Button look="quiet" size="small" className="justify-self-start" onPress={() => setFurther(true)}>
                            {m.scope_more}
                        </Button>
                    )}
                </div>
            )}
        </div>
    );
}

// Editing a draft in place: who may, at which revision, and what is open.
import { createContext, use } from "react";
import type { PlanItem } from "./cells.ts";
import type { Editable } from "./tables.ts";

export interface Opened {
    table: Editable;
    /** Null for a new item. */
    item: PlanItem | null;
}

export interface Editing {
    version: number;
    revision: number;
    open: (what: Opened) => void;
}

/** Null where the plan is only read. */
export const EditingContext = createContext<Editing | null>(null);
export const useEditing = () => use(EditingContext);

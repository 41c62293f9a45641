// A field of a case in one text, to be laid beside a colleague's.
import type { CaseDraft } from "./cases.ts";

export function saidOf(name: string, values: CaseDraft): string {
    switch (name) {
        case "team":
            return values.team.map((member) => [member.name, member.part].filter(Boolean).join(" ")).join("\n");
        case "steps_before":
        case "steps_after":
            return values[name].map((step) => `${step.name} ${step.minutes}×${step.people}×${step.times}`).join("\n");
        case "tools":
            return values.tools.map((tool) => `${tool.name} ${tool.yen}`).join("\n");
        case "files":
            return values.files.map((file) => file.name).join("\n");
        default:
            return String(values[name] ?? "");
    }
}

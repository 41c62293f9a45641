import { api } from "../../api/client.ts";
import { useMay } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useFilters } from "../../ui/useFilters.ts";
import { ChannelSettings } from "./ChannelSettings.tsx";
import { GroupSettings } from "./GroupSettings.tsx";
import { HirobaTabs } from "./HirobaTabs.tsx";
import { RulesForm } from "./RulesForm.tsx";
import { words } from "./words.ts";

/** Channels, closed groups and the house rules, by those who look after the place; groups also by their keepers. */
export function SettingsPage() {
    const m = useWords(words);
    const moderates = useMay("moderate");
    const [{ tab }, setFilters] = useFilters(["tab"]);
    const rules = api.useQuery("get", "/hiroba/rules", {}, { enabled: moderates, meta: { frozen: true } });
    const groups = { id: "groups", label: m.groups, content: <GroupSettings /> };
    const tabs = moderates
        ? [
              { id: "channels", label: m.channels, content: <ChannelSettings /> },
              groups,
              {
                  id: "rules",
                  label: m.rules,
                  content: <Ask query={rules}>{(data) => <RulesForm key={data.revision} rules={data} />}</Ask>,
              },
          ]
        : [groups];
    const first = tabs[0]?.id ?? "";
    return (
        <>
            <HirobaTabs />
            <PageHead title={m.settings} path={[{ label: m.title, to: "/hiroba" }]} />
            <Tabs
                label={m.settings}
                tabs={tabs}
                selected={tabs.some(({ id }) => id === tab) ? tab : first}
                onSelect={(id) => setFilters({ tab: id === first ? "" : id })}
            />
        </>
    );
}

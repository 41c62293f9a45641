import { Link } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import type { Schema } from "../../api/types.ts";
import { useAsOf } from "../../app/asOf.ts";
import { useMe } from "../../app/session.ts";
import { useWords } from "../../i18n/words.ts";
import { Ask } from "../../ui/Ask.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { Period } from "../../ui/Day.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Phrases } from "../../ui/Phrases.tsx";
import { CertificationsPart } from "../levels/CertificationsPart.tsx";
import { DigestSetting } from "../notices/DigestSetting.tsx";
import { PersonClaims } from "../practice/PersonClaims.tsx";
import { CategoriesPart } from "./CategoriesPart.tsx";
import { HistoryPart } from "./HistoryPart.tsx";
import { LevelPart } from "./LevelPart.tsx";
import { ProfilePart } from "./ProfilePart.tsx";
import { SkillsPart } from "./SkillsPart.tsx";
import { VisiblePart } from "./VisiblePart.tsx";
import { words } from "./words.ts";

export function PersonView({ staff }: { staff: number }) {
    const { on } = useAsOf();
    const query = api.useQuery("get", "/staff/{staff}/page", { params: { path: { staff }, query: { on } } });
    return <Ask query={query}>{(page) => <Found page={page} />}</Ask>;
}

function Found({ page }: { page: Schema<"StaffPage"> }) {
    const m = useWords(words);
    const me = useMe();
    const { date } = useAsOf();
    const { profile, categories, skills, level } = page;
    const current = profile.postings.filter(
        (post) => post.effective_on <= date && (post.ended_on === null || post.ended_on > date),
    );
    const post = current.find(({ kind }) => kind === "primary") ?? current[0];
    const leave = profile.leaves.find((one) => one.valid_from <= date && (one.valid_until === null || one.valid_until > date));
    return (
        <>
            <PageHead
                title={profile.name}
                aside={
                    <span className="flex flex-wrap items-baseline gap-2 text-quiet">
                        {profile.kana}
                        {leave && <Badge tone="warn">{m.on_leave(leave.kind)}</Badge>}
                        {profile.left_on !== null && profile.left_on <= date && <Badge>{m.retired}</Badge>}
                    </span>
                }
            >
                {post && (
                    <p>
                        <Link to="/units/$unit" params={{ unit: String(post.unit) }} className="link">
                            <Phrases>{post.unit_path}</Phrases>
                        </Link>{" "}
                        {post.title || post.rank}
                        <span className="ml-3">
                            {m.since} <Period from={post.effective_on} until={null} />
                        </span>
                    </p>
                )}
                <p className="text-sm">{m.number(profile.staff_no)}</p>
            </PageHead>
            <div className="grid gap-x-10 desk:grid-cols-[17rem_minmax(0,1fr)] desk:grid-rows-[auto_1fr] 2xl:grid-cols-[17rem_minmax(0,1fr)_16rem]">
                <div className="max-desk:order-2">
                    <CategoriesPart staff={profile.id} categories={categories} />
                    {level && (level.held || level.next) && <LevelPart level={level} />}
                    <CertificationsPart staff={profile.id} />
                    <ProfilePart profile={profile} date={date} />
                </div>
                <div className="max-desk:order-1 2xl:row-span-1 desk:row-span-2">
                    <PersonClaims staff={profile.id} />
                    <SkillsPart staff={profile.id} skills={skills} />
                </div>
                <div className="max-desk:order-3">
                    <HistoryPart history={profile.history} />
                </div>
            </div>
            {me.staff === profile.id && <DigestSetting />}
            <VisiblePart profile={profile} own={me.staff === profile.id} />
        </>
    );
}

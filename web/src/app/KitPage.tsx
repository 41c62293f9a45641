// Every part of the kit on one page, to be looked at. It is only there in development.
import { useState } from "react";
import * as v from "valibot";
import { staff } from "../../e2e/mock/town.ts";
import { Refusal } from "../api/refusal.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { Checkbox } from "../ui/Checkbox.tsx";
import { Bars } from "../ui/chart/Bars.tsx";
import { HeatTable } from "../ui/chart/HeatTable.tsx";
import { Progress } from "../ui/chart/Progress.tsx";
import { Radar } from "../ui/chart/Radar.tsx";
import { Trend } from "../ui/chart/Trend.tsx";
import { DateField } from "../ui/DateField.tsx";
import { Day } from "../ui/Day.tsx";
import { DefinitionList } from "../ui/DefinitionList.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Failure } from "../ui/Failure.tsx";
import { FileDrop } from "../ui/FileDrop.tsx";
import { FilterBar } from "../ui/FilterBar.tsx";
import { Form } from "../ui/Form.tsx";
import { Loading } from "../ui/Loading.tsx";
import { Meter } from "../ui/Meter.tsx";
import { Notice } from "../ui/Notice.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { Phrases } from "../ui/Phrases.tsx";
import { RadioGroup } from "../ui/RadioGroup.tsx";
import { Rich } from "../ui/Rich.tsx";
import type { Piece } from "../ui/rich/tree.ts";
import { Section } from "../ui/Section.tsx";
import { Select } from "../ui/Select.tsx";
import { Steps } from "../ui/Steps.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { TextField } from "../ui/TextField.tsx";
import type { Column } from "../ui/table/columns.ts";
import { DataTable } from "../ui/table/DataTable.tsx";
import { toast } from "../ui/toasts.ts";
import { useFilters } from "../ui/useFilters.ts";
import { useForm } from "../ui/useForm.ts";
import { Why } from "../ui/Why.tsx";
import { Writing } from "../ui/Writing.tsx";

type Row = (typeof staff)[number];
const columns: Column<Row>[] = [
    {
        key: "name",
        head: "氏名",
        value: (r) => r.kana,
        cell: (r) => (
            <a href="#x" className="link">
                {r.name}
            </a>
        ),
        width: 160,
    },
    { key: "no", head: "職員番号", value: (r) => r.staff_no, width: 110 },
    { key: "unit", head: "所属", value: (r) => r.unit_path, cell: (r) => <Phrases>{r.unit_path}</Phrases>, width: 300 },
    { key: "rank", head: "職位", value: (r) => r.rank },
    { key: "category", head: "人材区分", value: (r) => r.primary_category_name, width: 160 },
    {
        key: "held",
        head: "必須スキル",
        value: (r) => r.held,
        cell: (r) => `${r.held} / ${r.required}`,
        numeric: true,
        width: 130,
    },
    {
        key: "leave",
        head: "状態",
        value: (r) => (r.on_leave ? 1 : 0),
        cell: (r) => r.on_leave && <Badge tone="warn">休職中</Badge>,
    },
    { key: "employment", head: "任用形態", value: (r) => r.employment, hidden: true },
];

const skills = [
    "DX基礎",
    "情報セキュリティ",
    "データ利活用",
    "業務改善・BPR",
    "デジタルツール活用",
    "プロジェクト管理",
    "AI・新技術の理解",
];

export function KitPage() {
    const [{ tab }, setTab] = useFilters(["tab"]);
    const tabs = [
        { id: "fields", label: "入力", content: <Fields /> },
        { id: "texts", label: "文章", content: <Texts /> },
        { id: "states", label: "状態", content: <States /> },
        { id: "table", label: "表", content: <Table /> },
        { id: "charts", label: "図", content: <Charts /> },
    ];
    return (
        <>
            <PageHead
                title="部品"
                action={
                    <Button look="primary" onPress={() => toast("保存しました。", { undo: () => {} })}>
                        保存する
                    </Button>
                }
                aside={<Badge>開発用</Badge>}
            >
                職員 2,600人のうち 1,203人が必須スキルを満たしています。{" "}
                <Why
                    about="必須スキル"
                    rule="区分ごとの必須スキルをすべて持つ職員の数"
                    clause="第3章 1 L217–219"
                    on="2025-10-01"
                />
            </PageHead>
            <Tabs label="部品" tabs={tabs} selected={tab || "fields"} onSelect={(id) => setTab({ tab: id })} />
        </>
    );
}

function Fields() {
    const [open, setOpen] = useState(false);
    const form = useForm({
        initial: { reason: "", on: "", unit: "", agree: false, route: "" as "" | "a" | "b" },
        check: v.object({
            reason: v.pipe(v.string(), v.nonEmpty()),
            on: v.pipe(v.string(), v.nonEmpty()),
            unit: v.string(),
            agree: v.boolean(),
            route: v.string(),
        }) as v.GenericSchema<{ reason: string; on: string; unit: string; agree: boolean; route: "" | "a" | "b" }>,
        save: async () => undefined,
        draft: "kit",
    });
    const agree = form.field("agree");
    return (
        <div className="grid gap-8">
            <Form form={form} submit="申し込む" onCancel={form.discard}>
                <TextField required label="理由" hint="200文字以内" {...form.field("reason")} lines={3} />
                <DateField required label="発令日" {...form.field("on")} />
                <Select
                    label="所属"
                    empty="選んでください"
                    options={[
                        { value: "1", label: "情報政策課" },
                        { value: "2", label: "道路河川管理課" },
                    ]}
                    {...form.field("unit")}
                />
                <RadioGroup
                    label="経路"
                    options={[
                        { value: "a", label: "指名" },
                        { value: "b", label: "推薦", hint: "所属長の推薦書が要ります" },
                    ]}
                    {...form.field("route")}
                />
                <Checkbox id={agree.id} checked={agree.value} onChange={agree.onChange} hint="あとから変えられます">
                    所属長に知らせる
                </Checkbox>
            </Form>
            <div className="flex flex-wrap gap-3">
                <Button look="primary">申し込む</Button>
                <Button>やめる</Button>
                <Button look="quiet">詳しく見る</Button>
                <Button look="danger">取り消す</Button>
                <Button look="primary" pending>
                    送る
                </Button>
                <Button disabled>送る</Button>
                <Button size="small" icon="download">
                    書き出す
                </Button>
                <Button onPress={() => setOpen(true)}>確認を開く</Button>
            </div>
            <Dialog
                open={open}
                onClose={() => setOpen(false)}
                title="取込を取り消しますか"
                actions={
                    <>
                        <Button onPress={() => setOpen(false)}>やめる</Button>
                        <Button look="danger">取り消す</Button>
                    </>
                }
            >
                R7.10.1 の取込で加わった 12人 の配属が消えます。この操作は元に戻せません。
            </Dialog>
            <FileDrop
                label="名簿"
                hint="CSV、TSV、Excel(xlsx) / 20 MB まで"
                accept={[".csv", ".xlsx"]}
                max_bytes={20e6}
                onFile={() => {}}
            />
        </div>
    );
}

const piece = (kind: string, depth: number, text = "", href = "", number = 1): Piece => ({ kind, depth, number, text, href });

// What a text can hold, as the server hands it on.
const written: Piece[] = [
    piece("heading", 0),
    piece("text", 1, "住所の全角と半角をそろえる"),
    piece("paragraph", 0),
    piece("code", 1, "ASC"),
    piece("text", 1, " 関数で半角にします。"),
    piece("strong", 1),
    piece("text", 2, "値として貼り付ける"),
    piece("text", 1, "と終わりです。くわしくは"),
    piece("link", 1, "", "https://www.digital.go.jp/"),
    piece("text", 2, "手引き"),
    piece("text", 1, "を見てください。"),
    piece("list", 0),
    piece("item", 1),
    piece("text", 2, "元の列を残す"),
    piece("item", 1),
    piece("text", 2, "合わない行に印を付ける"),
    piece("quote", 0),
    piece("paragraph", 1),
    piece("text", 2, "毎月半日かかっていた作業が10分で終わりました。"),
    piece("code_block", 0, "=ASC(A2)"),
];

/** What people write, and what becomes of it. */
function Texts() {
    const [text, setText] = useState("**太字**と、\n\n- 箇条書き\n- 二つ目");
    return (
        <div className="grid max-w-3xl gap-8">
            <Writing label="本文" hint="困っていることを書いてください。" value={text} onChange={setText} />
            <Section title="読むとき">
                <Rich pieces={written} />
            </Section>
        </div>
    );
}

function States() {
    const failure = new Refusal(503, {
        code: "busy",
        message: "サーバーが混み合っています。少し待ってお試しください。",
        message_en: "The server is busy. Please try again shortly.",
        request: "01J9ZK3M8Q",
    });
    return (
        <div className="grid gap-6">
            <Steps label="取込" steps={["ファイル", "列の対応", "確認", "取り込む"]} at={1} />
            <Notice>内示前の異動は人事担当にだけ表示されます。</Notice>
            <Notice tone="good" title="取り込みました">
                変更 31人、追加 4人。
            </Notice>
            <Notice tone="warn" title="要確認のセルが 7 件あります" action={<Button size="small">確認する</Button>}>
                原文の読み取りに迷いがあるところです。
            </Notice>
            <Notice tone="bad" title="取り込めない行があります">
                3行目の生年月日が読み取れません。
            </Notice>
            <p className="flex flex-wrap gap-2">
                <Badge>下書き</Badge>
                <Badge tone="info">施行中</Badge>
                <Badge tone="good">認定</Badge>
                <Badge tone="warn">要確認</Badge>
                <Badge tone="bad">期限切れ</Badge>
            </p>
            <DefinitionList
                items={[
                    ["所属", <Phrases key="u">教育委員会事務局 学校教育部 学校支援課</Phrases>],
                    ["職位", "課長補佐"],
                    ["配属日", <Day key="d" iso="2025-04-01" />],
                ]}
            />
            <Meter label="名簿を取り込んでいます" share={0.42} step="区分を判定しています" />
            <Loading lines={4} />
            <Failure error={failure} onRetry={() => {}} />
            <Failure error={failure} small />
            <EmptyState title="まだ取込がありません" action={<Button look="primary">名簿を取り込む</Button>}>
                人事給与システムから書き出した名簿を取り込むと、職員が表示されます。
            </EmptyState>
        </div>
    );
}

function Table() {
    return (
        <>
            <FilterBar
                filters={[
                    { name: "q", label: "氏名・番号" },
                    { name: "rank", label: "職位", options: [{ value: "課長", label: "課長" }] },
                ]}
            />
            <DataTable
                name="kit"
                caption="職員の一覧"
                rows={staff}
                columns={columns}
                rowKey={(r) => r.id}
                rowName={(r) => r.name}
                excel="#"
                bulk={(keys, done) => <Button size="small" onPress={done}>{`${keys.length}人を推薦する`}</Button>}
            />
        </>
    );
}

function Charts() {
    const axes = skills.map((label, index) => ({ label, held: (index * 3) % 8, needed: 8 }));
    return (
        <div className="grid gap-10">
            <div className="grid gap-10 lg:grid-cols-2">
                <Radar
                    title="わたしのスキル"
                    says="7分野のうち2分野を満たしています。"
                    axes={axes}
                    head={["分野", "保有", "必要"]}
                />
                <Section title="必須スキルの充足">
                    <Bars
                        title="分野ごと"
                        says="データ利活用がもっとも低い。"
                        bars={axes.map((a) => ({ key: a.label, ...a }))}
                        head={["分野", "保有", "必要"]}
                    />
                </Section>
            </div>
            <div className="grid gap-6 lg:grid-cols-2">
                <Progress label="レベル1" value={75} of={100} forecast={96} unit="人" />
                <Progress label="レベル2" value={0} of={30} unit="人" />
                <Trend
                    title="レベル1の推移"
                    says="3年で75人になりました。"
                    head={["年度", "実績", "目標"]}
                    points={[
                        { label: "令和5年度", value: 12, target: 20 },
                        { label: "令和6年度", value: 40, target: 60 },
                        { label: "令和7年度", value: 75, target: 100 },
                        { label: "令和8年度", value: null, target: 150 },
                    ]}
                />
            </div>
            <HeatTable
                caption="所属ごとの充足率"
                corner="所属"
                columns={skills.map((name) => ({ code: name, name }))}
                rows={["総務部", "市民生活部", "健康福祉部", "土木部"].map((name, row) => ({
                    key: name,
                    name,
                    aside: `${120 + row * 31}人`,
                    cells: skills.map((_, column) => ({
                        held: (row * 17 + column * 23) % 61,
                        needed: column === 5 && row === 2 ? 0 : 60,
                    })),
                }))}
                onCell={() => {}}
            />
        </div>
    );
}

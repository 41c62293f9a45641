// Every page of the product: its address and the file that is fetched when somebody goes there; the first screen is there at once.
import { createRoute } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { HomePage } from "../features/home/HomePage.tsx";
import { later } from "../ui/later.tsx";
import { NotFound } from "../ui/NotFound.tsx";
import { frame } from "./roots.ts";

type Load<K extends string> = () => Promise<Record<K, ComponentType>>;

function page<const Path extends string, K extends string>(path: Path, load: Load<K>, name: NoInfer<K>) {
    return createRoute({ getParentRoute: () => frame, path, component: later(load, name) });
}

const kit =
    import.meta.env.MODE === "mock" || import.meta.env.DEV ? [page("/kit", () => import("./KitPage.tsx"), "KitPage")] : [];

export const pages = [
    createRoute({ getParentRoute: () => frame, path: "/", component: HomePage }),
    page("/staff", () => import("../features/staff/StaffListPage.tsx"), "StaffListPage"),
    page("/me", () => import("../features/person/PersonPage.tsx"), "MePage"),
    page("/staff/$staff", () => import("../features/person/PersonPage.tsx"), "PersonPage"),
    page("/unit", () => import("../features/section/SectionPage.tsx"), "MySectionPage"),
    page("/units", () => import("../features/section/UnitsPage.tsx"), "UnitsPage"),
    page("/units/$unit", () => import("../features/section/SectionPage.tsx"), "SectionPage"),
    page("/skills", () => import("../features/skills/MapPage.tsx"), "MapPage"),
    page("/gap", () => import("../features/skills/GapPage.tsx"), "GapPage"),
    page("/gap/skills/$code", () => import("../features/skills/MissingPage.tsx"), "MissingPage"),
    page("/plan", () => import("../features/plan/PlanPage.tsx"), "PlanPage"),
    page("/plan/versions/$version", () => import("../features/plan/PlanPage.tsx"), "VersionPage"),
    page("/plan/confirm", () => import("../features/plan/ConfirmPage.tsx"), "ConfirmPage"),
    page("/plan/versions", () => import("../features/plan/VersionsPage.tsx"), "VersionsPage"),
    page("/plan/versions/$version/review", () => import("../features/plan/ReviewPage.tsx"), "ReviewPage"),
    page("/targets", () => import("../features/targets/TargetsPage.tsx"), "TargetsPage"),
    page("/targets/snapshots/$snapshot", () => import("../features/targets/SnapshotPage.tsx"), "SnapshotPage"),
    page("/levels", () => import("../features/levels/LevelsPage.tsx"), "LevelsPage"),
    page("/certifications/$certification", () => import("../features/levels/CertificatePage.tsx"), "CertificatePage"),
    page("/certificates", () => import("../features/levels/CheckPage.tsx"), "CheckPage"),
    page("/certificates/$number", () => import("../features/levels/CheckPage.tsx"), "CheckPage"),
    page("/training", () => import("../features/training/CataloguePage.tsx"), "CataloguePage"),
    page("/training/mine", () => import("../features/training/MyYearPage.tsx"), "MyYearPage"),
    page("/training/section", () => import("../features/training/SectionYearPage.tsx"), "SectionYearPage"),
    page("/training/nominations", () => import("../features/nominations/NominationsPage.tsx"), "NominationsPage"),
    page("/training/nominations/new", () => import("../features/nominations/RoundFormPage.tsx"), "NewRoundPage"),
    page("/training/nominations/$round", () => import("../features/nominations/RoundPage.tsx"), "RoundPage"),
    page("/training/nominations/$round/edit", () => import("../features/nominations/RoundFormPage.tsx"), "EditRoundPage"),
    page("/training/nominations/$round/notices", () => import("../features/nominations/NoticesPage.tsx"), "NoticesPage"),
    page("/training/nominations/$round/sections/$unit", () => import("../features/nominations/SheetPage.tsx"), "SheetPage"),
    page(
        "/training/nominations/$round/sections/$unit/letter",
        () => import("../features/nominations/LetterPage.tsx"),
        "LetterPage",
    ),
    page("/training/runs", () => import("../features/training/RunsPage.tsx"), "RunsPage"),
    page("/training/runs/new", () => import("../features/training/RunFormPage.tsx"), "NewRunPage"),
    page("/training/runs/$run", () => import("../features/training/RunPage.tsx"), "RunPage"),
    page("/training/runs/$run/edit", () => import("../features/training/RunFormPage.tsx"), "EditRunPage"),
    page("/training/courses/$code", () => import("../features/training/CoursePage.tsx"), "CoursePage"),
    page("/training/licences", () => import("../features/training/LicencesPage.tsx"), "LicencesPage"),
    page("/training/licences/$licence", () => import("../features/training/LicencePage.tsx"), "LicencePage"),
    page("/training/outstanding", () => import("../features/training/OutstandingPage.tsx"), "OutstandingPage"),
    page("/training/seats", () => import("../features/seating/SeatPlansPage.tsx"), "SeatPlansPage"),
    page("/training/seats/$plan", () => import("../features/seating/SeatPlanPage.tsx"), "SeatPlanPage"),
    page("/training/year", () => import("../features/training/YearBoardPage.tsx"), "YearBoardPage"),
    page("/training/records", () => import("../features/records/RecordsPage.tsx"), "RecordsPage"),
    page("/training/completions", () => import("../features/records/CompletionsPage.tsx"), "CompletionsPage"),
    page("/surveys", () => import("../features/surveys/SurveysPage.tsx"), "SurveysPage"),
    page("/surveys/answer/$wave", () => import("../features/answering/AnswerPage.tsx"), "AnswerPage"),
    page("/surveys/waves/new", () => import("../features/surveys/WaveFormPage.tsx"), "NewWavePage"),
    page("/surveys/waves/$wave", () => import("../features/surveys/WavePage.tsx"), "WavePage"),
    page("/surveys/waves/$wave/edit", () => import("../features/surveys/WaveFormPage.tsx"), "EditWavePage"),
    page("/surveys/waves/$wave/paper", () => import("../features/surveys/PaperPage.tsx"), "PaperPage"),
    page("/surveys/waves/$wave/typing", () => import("../features/surveys/TypingPage.tsx"), "TypingPage"),
    page("/surveys/waves/$wave/results", () => import("../features/findings/ResultsPage.tsx"), "ResultsPage"),
    page("/surveys/waves/$wave/texts/$question", () => import("../features/findings/TextsPage.tsx"), "TextsPage"),
    page("/surveys/waves/$wave/pairs", () => import("../features/findings/PairsPage.tsx"), "PairsPage"),
    page("/surveys/$survey", () => import("../features/surveys/SurveyPage.tsx"), "SurveyPage"),
    page(
        "/training/courses/$code/evaluation",
        () => import("../features/findings/CourseEvaluationPage.tsx"),
        "CourseEvaluationPage",
    ),
    page("/hiroba", () => import("../features/hiroba/HirobaPage.tsx"), "HirobaPage"),
    page("/hiroba/new", () => import("../features/hiroba/NewTopicPage.tsx"), "NewTopicPage"),
    page("/hiroba/topics/$topic", () => import("../features/hiroba/TopicPage.tsx"), "TopicPage"),
    page("/hiroba/reports", () => import("../features/hiroba/ReportsPage.tsx"), "ReportsPage"),
    page("/hiroba/settings", () => import("../features/hiroba/SettingsPage.tsx"), "SettingsPage"),
    page("/practice", () => import("../features/practice/PracticePage.tsx"), "PracticePage"),
    page("/selfcheck", () => import("../features/selfcheck/SelfcheckPage.tsx"), "SelfcheckPage"),
    page("/selfcheck/$check", () => import("../features/selfcheck/CheckPage.tsx"), "CheckPage"),
    page("/selfcheck/$check/sections/$unit", () => import("../features/selfcheck/SectionCheckPage.tsx"), "SectionCheckPage"),
    page("/notices", () => import("../features/notices/NoticesPage.tsx"), "NoticesPage"),
    page("/notices/new", () => import("../features/notices/NoticeFormPage.tsx"), "NewNoticePage"),
    page("/notices/$notice", () => import("../features/notices/NoticePage.tsx"), "NoticePage"),
    page("/notices/$notice/edit", () => import("../features/notices/NoticeFormPage.tsx"), "EditNoticePage"),
    page("/notices/$notice/readers", () => import("../features/notices/ReadersPage.tsx"), "ReadersPage"),
    page("/newsletters", () => import("../features/notices/NewslettersPage.tsx"), "NewslettersPage"),
    page("/newsletters/$issue", () => import("../features/notices/IssuePage.tsx"), "IssuePage"),
    page("/imports", () => import("../features/imports/ImportsPage.tsx"), "ImportsPage"),
    page("/categories", () => import("../features/categories/CategoriesPage.tsx"), "CategoriesPage"),
    page("/categories/changes", () => import("../features/categories/ChangesPage.tsx"), "ChangesPage"),
    page("/categories/$code", () => import("../features/categories/CategoryPage.tsx"), "CategoryPage"),
    page("/audit", () => import("../features/audit/AuditPage.tsx"), "AuditPage"),
    page("/accounts", () => import("../features/accounts/AccountsPage.tsx"), "AccountsPage"),
    page("/account/password", () => import("../features/access/PasswordPage.tsx"), "PasswordPage"),
    page("/account/sessions", () => import("../features/access/SessionsPage.tsx"), "SessionsPage"),
    ...kit,
    // Whatever else is asked for inside a municipality: the frame stays, and says where to go on.
    createRoute({ getParentRoute: () => frame, path: "$", component: NotFound }),
] as const;

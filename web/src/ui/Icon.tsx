// Drawn on a 24 × 24 grid in the colour of the text beside them. An icon never speaks alone: the text does.
const paths = {
    search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3 20 20",
    down: "M6 9l6 6 6-6",
    up: "M6 15l6-6 6 6",
    right: "M9 6l6 6-6 6",
    left: "M15 6l-6 6 6 6",
    close: "M6 6l12 12M18 6 6 18",
    check: "M5 12.5l4.5 4.5L19 7.5",
    info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.6v.3",
    warn: "M12 4 2.8 20h18.4zM12 10v5M12 17.4v.3",
    bad: "M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7.5V13M12 16v.3",
    home: "M4 11l8-7 8 7v9h-5.5v-5.5h-5V20H4z",
    person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c0-4 3.5-6 8-6s8 2 8 6",
    people: "M9 11.5A3.5 3.5 0 1 0 9 4.5a3.5 3.5 0 0 0 0 7zM2.5 19c0-3.3 2.8-5 6.500-5s6.500 1.700 6.500 5M16 4.800a3.500 3.500 0 0 1 0 6.500M18 14.300c2.200.600 3.500 2.200 3.500 4.700",
    unit: "M9 4h6v5H9zM3.500 15h6v5h-6zM14.500 15h6v5h-6zM12 9v3M6.500 15v-3h11v3",
    grid: "M4 4h16v16H4zM4 9.300h16M4 14.700h16M9.300 4v16M14.700 4v16",
    book: "M4.500 5c2.500-1 5-1 7.500.500 2.500-1.500 5-1.500 7.500-.500v13.500c-2.500-1-5-1-7.500.500-2.500-1.500-5-1.500-7.500-.500zM12 5.500V19",
    target: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z",
    upload: "M12 15V4M7.500 8.500 12 4l4.500 4.500M4 15v5h16v-5",
    download: "M12 4v11M7.500 10.500 12 15l4.500-4.500M4 15v5h16v-5",
    key: "M15 4a5 5 0 1 0-4.300 7.500L4 18.200V20h3v-2h2v-2l3.200-3.200A5 5 0 0 0 15 4zM16 8v.100",
    log: "M5 4h14v16H5zM8.500 8.500h7M8.500 12h7M8.500 15.500h4",
    more: "M5 12h.100M12 12h.100M19 12h.100",
    print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
    calendar: "M4 6h16v14H4zM4 10.500h16M8 3.500V8M16 3.500V8",
    sort: "M8 5v14M4.500 15.500 8 19l3.500-3.500M16 19V5M12.500 8.500 16 5l3.500 3.500",
    columns: "M4 5h16v14H4zM9.300 5v14M14.700 5v14",
    clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5.500l3.500 2",
    talk: "M4 5h16v11h-9l-4 4v-4H4z",
    reply: "M10 6 4.500 11.500 10 17M5 11.500h8.500c3.500 0 6 2 6 6.500",
    undo: "M9 5 4.500 9.500 9 14M5 9.500h9a5 5 0 0 1 0 10h-3",
    bell: "M6 17h12l-1.500-2.500V10a4.500 4.500 0 0 0-9 0v4.500zM10.300 20h3.400",
    flag: "M6 21V4h11l-2.500 4 2.500 4H6",
    edit: "M4 20l1-4.500L16 4.500l3.500 3.500L8.500 19zM13.500 7l3.500 3.500",
    lock: "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3",
    pin: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
    copy: "M9 9h11v11H9zM15 9V4H4v11h5",
    outside: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
    file: "M6 3h8l4 4v14H6zM14 3v4h4",
    bold: "M7 5h6a3.500 3.500 0 0 1 0 7H7zM7 12h7a3.500 3.500 0 0 1 0 7H7z",
    list: "M9 6h11M9 12h11M9 18h11M4.500 6h.100M4.500 12h.100M4.500 18h.100",
    quote: "M5 6v12M9 7h11M9 12h11M9 17h7",
    code: "M8.500 7 3.500 12l5 5M15.500 7l5 5-5 5",
    link: "M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1-1",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 20, className }: { name: IconName; size?: number; className?: string }) {
    return (
        <svg
            aria-hidden="true"
            viewBox="0 0 24 24"
            width={size}
            height={size}
            fill="none"
            stroke="currentColor"
            strokeWidth={name === "more" ? 3 : 1.8}
            strokeLinecap="round"
            strokeLinejoin="round"
            className={`inline-block shrink-0 ${className ?? ""}`}
        >
            <path d={paths[name]} />
        </svg>
    );
}

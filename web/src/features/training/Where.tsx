import { useWords } from "../../i18n/words.ts";
import { words } from "./words.ts";

/** The place and the online address, which opens only as a web address. */
export function Where({ session }: { session: { place: string; online_address: string } }) {
    const m = useWords(words);
    const { place, online_address } = session;
    const address = /^https?:\/\//.test(online_address);
    return (
        <>
            {place}
            {place && online_address && " / "}
            {address ? (
                <a href={online_address} className="link" rel="noreferrer">
                    {m.online}
                </a>
            ) : (
                online_address
            )}
        </>
    );
}

import { Link } from "@tanstack/react-router";

/** Each leads to what else has it. */
export const Tags = ({ tags }: { tags: readonly string[] }) =>
    tags.map((tag) => (
        <Link key={tag} to="/hiroba" search={{ tag } as never} className="link">
            <bdi>#{tag}</bdi>
        </Link>
    ));

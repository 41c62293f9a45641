// Writes that can be told apart afterwards: each piece of evidence carries a note nobody else has.
export class Notes {
  /** Who and what is written about: everybody the client sees, every skill of the plan. */
  static async of(server, client, kind) {
    const notes = new Notes();
    notes.kind = kind;
    const { rows } = await client.must(server, "GET", "/staff?size=200");
    const { skills } = await client.must(server, "GET", "/skills/map");
    notes.staff = rows.map(({ id }) => id);
    notes.skills = skills.map(({ code }) => code);
    return notes;
  }

  /** Notes acknowledged, by person; and those refused with a word. */
  kept = new Map();
  refused = new Set();
  written = 0;

  async write(server, client, staff) {
    const note = `控え ${++this.written}`;
    const skill = this.skills[this.written % this.skills.length];
    const input = { kind: this.kind, holds: true, dated_on: "2025-06-02", source: "障害の試験", note };
    const answer = await client.ask(server, "POST", `/staff/${staff}/skills/${skill}/evidence`, input);
    if (answer.status >= 200 && answer.status < 300) this.#keep(staff, note);
    else if (answer.status !== 0) this.refused.add(note);
    return answer;
  }

  #keep(staff, note) {
    if (!this.kept.has(staff)) this.kept.set(staff, new Set());
    this.kept.get(staff).add(note);
  }

  get acknowledged() {
    return [...this.kept.values()].reduce((sum, notes) => sum + notes.size, 0);
  }

  /** Throws unless every acknowledged note is there once, none twice, and no refused one at all. */
  async mustBeThere(server, client, staff = this.kept.keys()) {
    for (const id of staff) {
      const { rows } = await client.must(server, "GET", `/staff/${id}/skills`);
      const found = rows.flatMap(({ evidence }) => evidence.map(({ note }) => note)).filter((note) => note.startsWith("控え "));
      const once = new Set(found);
      if (once.size !== found.length) throw new Error(`person ${id}: a note is there twice`);
      for (const note of this.kept.get(id) ?? []) if (!once.has(note)) throw new Error(`person ${id}: acknowledged and gone: ${note}`);
      for (const note of once) if (this.refused.has(note)) throw new Error(`person ${id}: refused and yet there: ${note}`);
    }
  }
}

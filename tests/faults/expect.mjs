// What the cases demand, with what they found in the message.
export function must(condition, message) {
  if (!condition) throw new Error(message);
}

export function mustEqual(found, wanted, what) {
  if (found !== wanted) throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
}

/** One line for a person: nothing of the program's inside, and a full stop. */
export function mustBeOneSentence(text, ...parts) {
  const lines = text.trim().split("\n");
  must(lines.length === 1 && lines[0].length > 20, `not one sentence: ${JSON.stringify(text)}`);
  must(/[.。]$/.test(lines[0]), `a sentence without an end: ${lines[0]}`);
  must(!/terminate called|what\(\)|std::|sqlite3?_|0x[0-9a-f]{6}/i.test(lines[0]), `words of the program's inside: ${lines[0]}`);
  for (const part of parts) must(part.test(lines[0]), `it does not say ${part}: ${lines[0]}`);
}

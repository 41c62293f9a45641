// bench/run: each row measures one promise of the product and says which figure it is held against.
import { rows } from "./rows.mjs";

const options = { staff: [1000, 10000, 50000], engines: ["sqlite", "postgres"], seconds: 3, program: "build/release/hagukumi", only: null, json: false };
const args = process.argv.slice(2);
for (let i = 0; i < args.length; ++i) {
  const value = () => args[++i];
  if (args[i] === "--only") options.only = value();
  else if (args[i] === "--json") options.json = true;
  else if (args[i] === "--staff") options.staff = value().split(",").map(Number);
  else if (args[i] === "--engines") options.engines = value().split(",");
  else if (args[i] === "--seconds") options.seconds = Number(value());
  else if (args[i] === "--program") options.program = value();
  else {
    console.error(`bench/run: what is ${args[i]}? Rows: ${rows.map((r) => r.name).join(", ")}`);
    process.exit(2);
  }
}
const chosen = rows.filter((row) => !options.only || row.name === options.only);
if (!chosen.length) {
  console.error(`bench/run: there is no row ${options.only}. Rows: ${rows.map((r) => r.name).join(", ")}`);
  process.exit(2);
}

const results = [];
for (const row of chosen) {
  process.stderr.write(`${row.name} …\n`);
  for (const figure of await row.measure(options)) {
    results.push({ row: row.name, ...figure });
    if (!options.json) {
      const held = figure.wanted === undefined ? "" : `  (wanted ${figure.wanted}${figure.met ? ", met" : ", NOT met"})`;
      console.log(`${row.name.padEnd(10)} ${figure.what.padEnd(64)} ${String(figure.value).padStart(10)} ${figure.unit}${held}`);
    }
  }
}
if (options.json) console.log(JSON.stringify(results, null, 1));

// `npm run site:new -- --to DIR`: the folder of a site, with one guide and one rule to begin from.
import { existsSync, globSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const STARTER = 'src/build/site/starter';
const DAY_MS = 86_400_000;
/** Texts on doors and of the whole country are looked at again after so many days. */
const REVIEW_DAYS = 30;

export interface NewSite {
	readonly to: string;
	readonly name: string;
	readonly place: string;
	readonly zone: string;
	readonly phone: string;
}

/** Writes the files of a new site, and gives their paths in it. Throws where something is there. */
export function writeNewSite({ to, name, place, zone, phone }: NewSite, now: Date): string[] {
	if (existsSync(to) && readdirSync(to).length > 0) {
		throw new Error(`${to} is not empty: name a folder that is not there yet.`);
	}
	const dayOf = (instant: Date): string =>
		new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(instant);
	const words: Readonly<Record<string, string>> = {
		NAME: name,
		SHORT: name.slice(0, 12).trim(),
		PLACE: place,
		ZONE: zone,
		PHONE: phone,
		TODAY: dayOf(now),
		LATER: dayOf(new Date(now.getTime() + REVIEW_DAYS * DAY_MS))
	};
	// what is given stands in JSON
	const fill = (text: string): string =>
		text.replace(/\b(?:NAME|SHORT|PLACE|ZONE|PHONE|TODAY|LATER)\b/g, (word) =>
			JSON.stringify(words[word] ?? '').slice(1, -1)
		);
	return globSync('**/*.*', { cwd: STARTER })
		.concat('gitignore')
		.map((path) => {
			const own = path === 'gitignore' ? '.gitignore' : fill(path.replaceAll('\\', '/'));
			mkdirSync(dirname(join(to, own)), { recursive: true });
			writeFileSync(join(to, own), fill(readFileSync(join(STARTER, path), 'utf8')));
			return own;
		});
}

if (import.meta.main) {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({
		options: { to: text, name: text, place: text, zone: text, phone: text }
	});
	const { to, name = basename(to ?? ''), place = 'Springfield', zone = 'UTC' } = values;
	if (to === undefined) {
		console.error(
			'--to is missing. Write: npm run site:new -- --to ../our-city --name "Our rail" --place "Our City" --zone America/Chicago --phone +13125550100'
		);
		process.exit(2);
	}
	const files = writeNewSite({ to, name, place, zone, phone: values.phone ?? '911' }, new Date());
	for (const file of files) console.log(join(to, file));
	console.log(
		`\nNow: npm run edition:check -- --site ${to}\nand: npm start -- --site ${to}\n` +
			'Look at site.json first: who a reader is told to call, the time zone, the colours.'
	);
}

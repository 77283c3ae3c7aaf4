import type { Site } from './site-file.ts';

/** One constant each, so that a script holds only those that it uses. */
export function siteModule(site: Site): string {
	const constants: [string, string, unknown][] = [
		['APP_NAME', 'What this app is called.', site.name],
		['ABOUT', 'What it is, in English, before a language is chosen.', site.about],
		['TOPIC', 'Completes "guides on …".', site.topic],
		['TIME_ZONE', 'The zone of every day and opening hour.', site.timeZone],
		['CITY_PHONE', 'Whom to call who finds nothing here.', site.phone],
		['EMERGENCY_PHONE', 'Whom to call in danger.', site.emergency],
		['JURISDICTIONS', 'Whom the rules of a level bind.', site.jurisdictions]
	];
	const lines = constants.map(
		([name, about, value]) =>
			`/** ${about} */\nexport const ${name} = ${JSON.stringify(value)} as const;\n`
	);
	return `// Made of site.json by \`npm run messages\`.\n${lines.join('')}`;
}

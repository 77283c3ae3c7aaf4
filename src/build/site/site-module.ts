import { slugOf } from '../../lib/edition/text/slug-of.ts';
import type { Site } from './site-file.ts';

/** A name as every file system and every chat keeps it. A name in another script has no such letters. */
const toFileName = (name: string): string => slugOf(name) || 'guide';

/** `hasIcon`: of its own. One constant each, so that a script holds only those that it uses. */
export function siteModule(site: Site, hasIcon: boolean): string {
	const names = { own: site.name, ...site.neutralNames };
	const constants: [string, string, unknown][] = [
		['APP_NAME', 'What this app is called.', site.name],
		['HOME_NAMES', 'What it is called on a home screen, by the drawing on the icon.', names],
		[
			'NEUTRAL_ICONS',
			'The drawings that do not tell what this is.',
			Object.keys(site.neutralNames)
		],
		[
			'FILE_NAMES',
			'How the names of saved files begin, by the drawing on the icon.',
			Object.fromEntries(
				Object.entries({ ...names, own: site.shortName }).map(([icon, it]) => [
					icon,
					toFileName(it)
				])
			)
		],
		['ABOUT', 'What it is, in English, before a language is chosen.', site.about],
		['TOPIC', 'Completes "guides on …".', site.topic],
		['TIME_ZONE', 'The zone of every day and opening hour.', site.timeZone],
		['EMERGENCY_PHONE', 'Whom to call in danger.', site.emergency],
		[
			'CITY_PHONE_TEXT',
			'The number for who finds nothing here, as it is written. Empty if there is none.',
			site.phone?.display ?? ''
		],
		['JURISDICTIONS', 'Whom the rules of a level bind.', site.jurisdictions]
	];
	const lines = constants.map(
		([name, about, value]) =>
			`/** ${about} */\nexport const ${name} = ${JSON.stringify(value)} as const;\n`
	);
	const phone =
		'/** Whom to call who finds nothing here, if there is somebody. */\n' +
		`export const CITY_PHONE: { readonly number: string; readonly display: string } | undefined = ${JSON.stringify(site.phone)};\n`;
	const mark =
		'/** Whether its name has Handrail’s mark beside it: a site with an icon of its own has none. */\n' +
		`export const HAS_MARK: boolean = ${String(!hasIcon)};\n`;
	return `// Made of site.json by \`npm run messages\`.\n${lines.join('')}${phone}${mark}`;
}

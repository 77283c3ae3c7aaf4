import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { checkContrast } from './check-contrast.ts';
import { checkIcon } from './check-icon.ts';
import type { Fault } from './fault.ts';
import { Site } from './site-file.ts';
import { ICON } from './site-files.ts';
import { siteFolder } from './site-folder.ts';

export type ReadSite =
	| { readonly ok: true; readonly site: Site; readonly file: string }
	| { readonly ok: false; readonly problems: string[] };

/** Reads what the build must know of its site, or says in words what to mend in the file. */
export function readSite(folder = siteFolder()): ReadSite {
	const file = `${folder}/site.json`;
	const fail = (problems: string[]): ReadSite => ({
		ok: false,
		problems: problems.map((problem) => `${file}: ${problem}`)
	});
	if (!existsSync(file)) {
		return fail([`is not there. It names the app and its place: ${EXAMPLE} is an example`]);
	}
	let given: unknown;
	try {
		given = JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		return fail([`not JSON: ${(error as SyntaxError).message}`]);
	}
	const parsed = v.safeParse(Site, given);
	if (!parsed.success) return fail(parsed.issues.map(describe));
	const problems = checkLook(folder, parsed.output).map(
		(fault) => `${fault.file}: ${fault.problem}: ${fault.remedy}`
	);
	return problems.length > 0 ? { ok: false, problems } : { ok: true, site: parsed.output, file };
}

/**
 * Finds colours that nobody could read, what is wrong with the site's own icon, if there is one, and neutral
 * names that are none.
 */
export function checkLook(
	folder: string,
	site: Pick<Site, 'name' | 'shortName' | 'neutralNames' | 'colours'>
): (Fault & { readonly file: string })[] {
	const icon = `${folder}/${ICON}`;
	const drawing = existsSync(icon) ? checkIcon(readFileSync(icon, 'utf8')) : [];
	const settings = [...checkContrast(site.colours), ...checkNeutralNames(site)];
	return [
		...settings.map((fault) => ({ ...fault, file: `${folder}/site.json` })),
		...drawing.map((fault) => ({ ...fault, file: icon }))
	];
}

function checkNeutralNames({
	name,
	shortName,
	neutralNames
}: Pick<Site, 'name' | 'shortName' | 'neutralNames'>): Fault[] {
	const own = [name, shortName].map((it) => it.toLowerCase());
	const called = Object.entries(neutralNames).map(([icon, it]) => ({
		icon,
		words: it.toLowerCase()
	}));
	const telling = called.filter(({ words }) => own.some((it) => ` ${words} `.includes(` ${it} `)));
	const areEqual = new Set(called.map(({ words }) => words)).size < called.length;
	return [
		...telling.map(({ icon }) => ({
			problem: `neutralNames.${icon} has the name of the app in it`,
			remedy: 'choose one that does not tell'
		})),
		...(areEqual
			? [
					{
						problem: 'neutralNames are the same',
						remedy: 'choose two: readers choose between them'
					}
				]
			: [])
	];
}

const EXAMPLE = 'src/content/site.json';
/** How JSON writes what a schema expects. */
const SHAPES: Readonly<Record<string, string>> = {
	strict_object: 'fields in { }',
	record: 'fields in { }',
	array: 'a list in [ ]',
	boolean: 'true or false'
};

function describe(issue: v.BaseIssue<unknown>): string {
	const field = v.getDotPath(issue) ?? 'the file';
	if (issue.input === undefined) {
		return `${field} is missing: ${EXAMPLE} shows what it looks like`;
	}
	if (issue.expected === 'never') {
		return `${field} is no field of this file: take it out, or spell it as ${EXAMPLE} does`;
	}
	if (issue.kind === 'schema' && issue.type !== 'string' && issue.type !== 'picklist') {
		const shape = SHAPES[issue.type] ?? issue.expected ?? 'something else';
		return `${field} must be ${shape}: see ${EXAMPLE}`;
	}
	return `${field} ${issue.message}`;
}

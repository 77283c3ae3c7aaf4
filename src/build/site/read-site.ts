import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { checkContrast } from './check-contrast.ts';
import { Site } from './site-file.ts';
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
		return fail([
			'is not there. It names the app and its place: src/content/site.json is an example'
		]);
	}
	let given: unknown;
	try {
		given = JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		return fail([`not JSON: ${(error as SyntaxError).message}`]);
	}
	const parsed = v.safeParse(Site, given);
	if (!parsed.success) return fail(parsed.issues.map(describe));
	const problems = checkContrast(parsed.output.colours);
	return problems.length > 0 ? fail(problems) : { ok: true, site: parsed.output, file };
}

function describe(issue: v.BaseIssue<unknown>): string {
	const field = v.getDotPath(issue) ?? 'the file';
	if (issue.input === undefined) return `${field} is missing`;
	if (issue.expected === 'never') return `${field} is no field of this file`;
	return issue.type === 'check' ? `${field} ${issue.message}` : `${field}: ${issue.message}`;
}

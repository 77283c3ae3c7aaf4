import * as v from 'valibot';

/** Licences that ask for no more than to be named: what a publisher passes on stays theirs to pass on. */
const PERMISSIVE = new Set([
	'0BSD',
	'Apache-2.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'BlueOak-1.0.0',
	'CC0-1.0',
	'CC-BY-3.0',
	'CC-BY-4.0',
	'ISC',
	'MIT',
	'MIT-0',
	'Python-2.0',
	'Unlicense',
	'Zlib'
]);
/** Tools of the build, and data in them: nothing of them is in what is published. */
const TOOLS_ONLY = new Set(['MPL-2.0']);

const Lock = v.object({
	packages: v.record(
		v.string(),
		v.object({ version: v.optional(v.string()), license: v.optional(v.string()) })
	)
});

export interface Licences {
	/** Names with versions, by licence. */
	readonly byLicence: ReadonlyMap<string, readonly string[]>;
	/** What a person must look at: no licence said, or one that asks for more. */
	readonly unknown: readonly string[];
}

/** The licences of all that the lock file (npm, version 3) names. Throws where it is no such file. */
export function readLicences(lock: unknown): Licences {
	const { packages } = v.parse(Lock, lock);
	const byLicence = new Map<string, string[]>();
	const unknown: string[] = [];
	for (const [path, { version = '', license = '' }] of Object.entries(packages)) {
		const name = path.split('node_modules/').at(-1) ?? '';
		if (path === '') continue;
		const choices = license.replaceAll(/[()]/g, '').split(/ OR /);
		const isKnown = choices.some((one) =>
			one.split(' AND ').every((it) => PERMISSIVE.has(it) || TOOLS_ONLY.has(it))
		);
		if (!isKnown) unknown.push(`${name} ${version}: ${license || 'says none'}`);
		const names = byLicence.get(license) ?? [];
		byLicence.set(license, [...names, `${name} ${version}`]);
	}
	return { byLicence, unknown };
}

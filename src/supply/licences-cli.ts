// `npm run licences`: which licences the packages of the lock file come under.
import { readFileSync } from 'node:fs';
import { readLicences } from './licences.ts';

const { byLicence, unknown } = readLicences(JSON.parse(readFileSync('package-lock.json', 'utf8')));
for (const [licence, names] of [...byLicence].sort(([, a], [, b]) => b.length - a.length)) {
	console.log(
		`${licence || 'none said'} (${names.length}): ${[...new Set(names)].sort().join(', ')}`
	);
}
for (const one of unknown) console.error(`To be looked at: ${one}`);
process.exitCode = unknown.length === 0 ? 0 : 1;

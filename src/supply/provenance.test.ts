import { expect, test } from 'vitest';
import { toProvenance } from './provenance.ts';

const code = { version: 'aaaaaaaaaaaa', files: { 'a.js': 'f'.repeat(64) } };
const source = { lock: 'e'.repeat(64), node: 'v24.0.0', basePath: '', isChanged: false };

test('names each file, the commit and the lock file, and no time', () => {
	const statement = JSON.stringify(toProvenance(code, { ...source, commit: 'c'.repeat(40) }));

	expect(statement).toContain(
		`"subject":[{"name":"a.js","digest":{"sha256":"${'f'.repeat(64)}"}}]`
	);
	expect(statement).toContain(`{"gitCommit":"${'c'.repeat(40)}"}`);
	expect(statement).toContain(`{"sha256":"${'e'.repeat(64)}"}`);
	expect(statement).not.toMatch(/20\d\d-/);
});

test('a copy without Git names no commit, and says that nobody can make it again', () => {
	const statement = JSON.stringify(
		toProvenance(code, { ...source, commit: undefined, isChanged: true })
	);

	expect(statement).not.toContain('gitCommit');
	expect(statement).toContain('"isChangedSinceCommit":true');
});

import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aTemporaryFolder } from '#tests/support/publisher/temporary-folder.ts';
import { Accounts } from './accounts.ts';
import { openTeam } from './open-team.ts';

const now = (): Date => new Date('2026-11-30T12:00:00Z');
const BEN = { name: 'Ben', email: 'ben@example.org', title: 'lawyer', roles: [], isOwner: false };

test('people are there again when the server starts anew, and only its user reads them', () => {
	const file = join(aTemporaryFolder(), 'people.json');
	const accounts = new Accounts(file, now);
	const invited = accounts.invite(BEN);
	if (!invited.ok) throw new Error(invited.code);
	const again = new Accounts(file, now);
	expect(again.withLink(invited.value.token)?.name).toBe('Ben');
	expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('one name, in whatever spelling, is one person', () => {
	const accounts = new Accounts(join(aTemporaryFolder(), 'people.json'), now);
	accounts.invite(BEN);
	expect(accounts.invite({ ...BEN, name: ' BÉN' })).toEqual({ ok: false, code: 'name-taken' });
});

test.each([
	['no JSON', '{', 'all of it'],
	['an unknown role', { roles: ['admin'] }, 'people.0.roles.0'],
	['a name with a line break', { name: 'A\nB' }, 'people.0.name'],
	['a field that is not ours', { password: 'x' }, 'people.0.password']
])('a file with %s stops the start with one line that helps', (_, change, place) => {
	const file = join(aTemporaryFolder(), 'people.json');
	const person = { id: 'a', ...BEN, passkeys: [], ...(typeof change === 'object' && change) };
	writeFileSync(file, typeof change === 'string' ? change : JSON.stringify({ people: [person] }));
	expect(() => new Accounts(file, now)).toThrow(
		`${file} cannot be read (${place}): mend it, or put a copy from a backup in its place.`
	);
});

test('content that lies in no repository stops the start: a team has a log', () => {
	const content = aTemporaryFolder();
	const open = () => openTeam({ content, state: content, origin: 'https://edit.example' });
	expect(open).toThrow('git init');
});

import { join } from 'node:path';
import { StartError } from '#lib/server/process/start-error.ts';
import { AuditLog } from '../core/repository/audit-log.ts';
import { Accounts } from './accounts.ts';
import { Team } from './team.ts';

interface Places {
	readonly content: string;
	/** The folder of drafts, which has the file of people, too. */
	readonly state: string;
	readonly origin: string;
	readonly now?: () => Date;
}

/** Throws a `StartError` where a team cannot work. */
export function openTeam({ content, state, origin, now = () => new Date() }: Places): Team {
	const log = AuditLog.open(content, now);
	if (!log) {
		throw new StartError(
			`${content} lies in no repository, and a team's log is kept in one: git init, and commit the content.`
		);
	}
	const accounts = new Accounts(join(state, 'people.json'), now);
	return new Team({ accounts, log, origin, now });
}

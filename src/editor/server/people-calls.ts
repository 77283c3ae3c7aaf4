import type { LogEntry, TeamPerson } from '../core/contract/team.ts';
import { toTeamPerson, type Account } from '../team/account.ts';
import type { AccountRefusal } from '../team/accounts.ts';
import type { Team } from '../team/team.ts';
import { call } from './call.ts';
import { inputs } from './call-input.ts';
import { CallRefused, type Asking } from './door.ts';

/** A link that lets somebody in once, shown to who made it and to nobody else. */
type Linked =
	| { readonly state: 'made'; readonly link: string; readonly person: TeamPerson }
	| { readonly state: 'refused'; readonly reason: AccountRefusal };
type Changed =
	/** `voidsLink`: one waited, and another has to be sent. */
	| { readonly state: 'changed'; readonly voidsLink?: true }
	| { readonly state: 'refused'; readonly reason: AccountRefusal };

/** Who is in the team, and what happened. Alone there is none. */
// the table below says each call's input and answer: a type beside it would say it twice
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types
export function createPeopleCalls(team: Team | undefined) {
	const ask = (asking: Asking | undefined) => {
		if (!team || !asking) throw new CallRefused('not-found');
		return { team, log: (what: string) => team.log.append(asking.editor, what) };
	};
	const rightsOf = ({ roles, isOwner }: Pick<Account, 'roles' | 'isOwner'>): string =>
		[...roles, ...(isOwner ? ['owner'] : [])].join(', ') || 'reader';

	return {
		people: call(inputs.nothing, (_, asking): readonly TeamPerson[] =>
			ask(asking).team.accounts.list().map(toTeamPerson)
		),
		log: call(inputs.nothing, (_, asking): Promise<readonly LogEntry[]> =>
			ask(asking).team.log.entries()
		),
		invite: call(inputs.invite, async (invitation, asking): Promise<Linked> => {
			const { team, log } = ask(asking);
			const made = team.accounts.invite(invitation);
			if (!made.ok) return { state: 'refused', reason: made.code };
			const { account, token } = made.value;
			await log(`invited ${account.name} (${rightsOf(account)})`);
			return { state: 'made', link: team.linkOf(token), person: toTeamPerson(account) };
		}),
		'renew-link': call(inputs.person, async ({ id }, asking): Promise<Linked> => {
			const { team, log } = ask(asking);
			const made = team.accounts.renewLink(id);
			if (!made.ok) return { state: 'refused', reason: made.code };
			const { account, token } = made.value;
			await log(`made a link for ${account.name}`);
			return { state: 'made', link: team.linkOf(token), person: toTeamPerson(account) };
		}),
		'change-person': call(inputs.change, async ({ id, ...rights }, asking): Promise<Changed> => {
			const { team, log } = ask(asking);
			const hadLink = team.accounts.isLinkWaiting(id);
			const changed = team.accounts.change(id, rights);
			if (!changed.ok) return { state: 'refused', reason: changed.code };
			await log(`made ${changed.value.name} ${rightsOf(changed.value)}`);
			return { state: 'changed', ...(hadLink && { voidsLink: true }) };
		}),
		'remove-person': call(inputs.person, async ({ id }, asking): Promise<Changed> => {
			const { team, log } = ask(asking);
			const removed = team.accounts.remove(id);
			if (!removed.ok) return { state: 'refused', reason: removed.code };
			team.sessions.endAll(id);
			await log(`removed ${removed.value.name}`);
			return { state: 'changed' };
		})
	};
}

// `npm run edit`: the editors' screen, on this computer. It binds the pieces, and nothing else.
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { publishedFolder, siteFolder, takeSite } from '../build/site/site-folder.ts';
import { ContentFolder } from './core/content/content-folder.ts';
import { createEditorCore } from './core/create-editor-core.ts';
import { ArticlePreview } from './preview/preview-article.ts';
import { isStartError } from '#lib/server/process/start-error.ts';
import { addressDoor } from './server/address-door.ts';
import { answerEditor } from './server/answer-editor.ts';
import { createCalls } from './server/create-calls.ts';
import { knownEditor } from './server/known-editor.ts';
import { listenAt, listenOnLoopback } from './server/listen-on-loopback.ts';
import { readScreenFiles } from './server/screen-files.ts';
import { Session } from './server/session.ts';
import { teamCalls } from './server/team-calls.ts';
import { teamDoor } from './server/team-door.ts';
import { openTeam } from './team/open-team.ts';
import type { Team } from './team/team.ts';
import {
	parseTeamSettings,
	type ServiceSettings,
	type TeamSettings
} from './team/team-settings.ts';

const USUAL_PORT = '4180';
const args = takeSite(process.argv.slice(2));
const { values } = parseArgs({
	args,
	options: {
		content: { type: 'string', default: siteFolder() },
		published: { type: 'string', default: publishedFolder() },
		drafts: { type: 'string', default: '.handrail-edit' },
		// the one that `watch:sources` has as --state
		watch: { type: 'string', default: process.env['WATCH_STATE'] },
		port: { type: 'string', default: USUAL_PORT }
	}
});
if (values.watch !== undefined && !existsSync(values.watch)) {
	console.error(`There is no folder ${values.watch}. --watch names the --state of watch:sources.`);
	process.exit(2);
}
if (!existsSync(values.content)) {
	console.error(`There is no folder ${values.content}. --content names the one with the guides.`);
	process.exit(2);
}

const { content: contentFolder, drafts: state, published, watch } = values;
const now = (): Date => new Date();

/** With a team, whoever runs the server lets the first one in; each of them lets in others. */
async function openForTeam(settings: TeamSettings) {
	const { origin, host, proxyHops, service: asked } = settings;
	const team = openTeam({ content: contentFolder, state, origin, now });
	const service = asked && (await openService(asked, team));
	const listening = await listenAt(Number(values.port), host);
	const onEnter = (): void => {
		console.log(
			`Whoever opens this address, once, keeps the list of people: ${team.newOwnerLink()}`
		);
	};
	const onStart = (): void => {
		console.log(`The editor of your team is at ${origin}, behind your proxy`);
		if (!team.accounts.list().some((it) => it.isOwner)) onEnter();
	};
	return {
		origin,
		listening,
		team,
		door: teamDoor(team, { proxyHops, now, service }),
		onStart,
		onEnter
	};
}

/** Its library is loaded where somebody has set it up. */
async function openService(settings: ServiceSettings, team: Team) {
	const { OpenIdService } = await import('./team/open-id-service.ts');
	return new OpenIdService(settings, team, now);
}

async function openAlone() {
	const listening = await listenOnLoopback(Number(values.port));
	// passkeys are for names, and not for numbers of a network
	const origin = `http://localhost:${String(listening.port)}`;
	const session = new Session(listening.port);
	const onEnter = (): void => {
		console.log(`The editor is at ${origin}/#${session.renewToken()}`);
	};
	const onStart = (): void => {
		onEnter();
		console.log('That address works once. Press Enter for a new one, Ctrl-C to stop.');
	};
	return { origin, listening, team: undefined, door: addressDoor(session), onStart, onEnter };
}

async function open(): Promise<void> {
	const settings = parseTeamSettings(process.env);
	const content = new ContentFolder(contentFolder);
	const { origin, listening, team, door, onStart, onEnter } = settings
		? await openForTeam(settings)
		: await openAlone();
	const core = await createEditorCore({
		...{ content: content.folder, state, published, watch },
		...{ host: new URL(origin).hostname, team }
	});
	const preview = new ArticlePreview(() => content.sources());
	const calls = createCalls({ core, preview, editor: team ? {} : knownEditor(), team });
	const files = readScreenFiles('build-editor');
	const own = team ? teamCalls(calls, team, now) : calls;
	listening.answer(answerEditor({ origin, door, files, calls: own }));
	onStart();
	createInterface({ input: process.stdin }).on('line', onEnter);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.on(signal, () => {
			listening.close();
			void core.close().then(() => process.exit(0));
		});
	}
}

try {
	await open();
} catch (error) {
	if (!isStartError(error)) throw error;
	console.error(error.message);
	process.exit(2);
}
